using DtcGen.Reports;

namespace DtcGen.Tests.Shared;

/// <summary>A test of a page whose script comes by npm; it is skipped with a message where the build had none.</summary>
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute(string script)
    {
        if (!Resource.Has(script))
        {
            Skip = Resource.Lack(script);
        }
    }
}
