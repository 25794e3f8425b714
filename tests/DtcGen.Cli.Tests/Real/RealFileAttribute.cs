using System.Reflection;
using Xunit.Sdk;

namespace DtcGen.Cli.Tests;

/// <summary>Gives a theory a model file of a published package; where that cannot be had, the case is skipped with a message.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RealFileAttribute : DataAttribute
{
    private readonly string _file;

    /// <summary>A file.</summary>
    /// <param name="registry">npm or nuget.</param>
    /// <param name="package">The package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="path">The file's path in it.</param>
    public RealFileAttribute(string registry, string package, string version, string path)
    {
        var file = new RealPackage(registry, package, version).Find(path, out var lack);
        _file = file ?? path;
        if (file is null)
        {
            Skip = lack;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_file]];
}
