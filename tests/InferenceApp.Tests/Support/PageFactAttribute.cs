namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A test that needs what the page takes from npm, and is skipped with a message where the app was built without.</summary>
internal class PageFactAttribute : FactAttribute
{
    public PageFactAttribute()
    {
        if (!BrowserRuntime.IsHere)
        {
            Skip = BrowserRuntime.Missing;
        }
    }
}
