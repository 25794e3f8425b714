using System.Reflection;
using DtcGen;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Sweeps;
using DtcGen.Testing;
using PublicApiGenerator;

namespace Packages.Tests;

/// <summary>
/// What each package offers, held by a file under _snapshots: a change of it is a change for users, and shows in review.
/// Accept one that is meant: <c>DTCGEN_ACCEPT_SNAPSHOTS=1 dotnet test tests/Packages.Tests</c>.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly Dictionary<string, Assembly> Packages = new()
    {
        ["DtcGen"] = typeof(DualTomographicAttribute).Assembly,
        ["DtcGen.Datasets"] = typeof(Mnist).Assembly,
        ["DtcGen.Onnx"] = typeof(OnnxExport).Assembly,
        ["DtcGen.Onnx.Files"] = typeof(OnnxModel).Assembly,
        ["DtcGen.Sweeps"] = typeof(Sweep).Assembly,
        ["DtcGen.Testing"] = typeof(GeneratedCode).Assembly,
    };

    public static TheoryData<string> Names => [.. Packages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePublicApiIsTheApprovedOne(string package)
        => VerifiedFile.Match(
            Packages[package].GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] }),
            "cs",
            "_snapshots",
            test: package);
}
