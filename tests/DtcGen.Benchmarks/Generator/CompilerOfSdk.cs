using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace DtcGen.Benchmarks;

/// <summary>
/// The generator, and this program with it, on the compiler that builds run: the SDK's, whose own code comes compiled. NuGet's
/// package of the same compiler does not, and a first run on that would be mostly the compiler's.
/// </summary>
internal sealed class CompilerOfSdk() : AssemblyLoadContext(nameof(CompilerOfSdk))
{
    private static readonly string Folder = Newest(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));

    /// <summary>A type of this program as it is there: nothing of it, nor of the generator, has run.</summary>
    public Type Fresh(Type type) => LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!, throwOnError: true)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = $"{assemblyName.Name}.dll";
        return assemblyName.Name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"
                ? LoadFromAssemblyPath(Path.Combine(Folder, file))
            : assemblyName.Name is "DtcGen.Generators" or "DtcGen.Benchmarks"
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, file))
            : null;
    }

    private static string Newest(string sdks)
        => Directory.EnumerateDirectories(sdks)
            .Where(static sdk => Version.TryParse(Path.GetFileName(sdk), out _))
            .OrderByDescending(static sdk => Version.Parse(Path.GetFileName(sdk)))
            .Select(static sdk => Path.GetFullPath(Path.Combine(sdk, "Roslyn", "bincore")))
            .FirstOrDefault(Directory.Exists)
            ?? throw new InvalidOperationException($"There is no SDK with a compiler in {Path.GetFullPath(sdks)}.");
}
