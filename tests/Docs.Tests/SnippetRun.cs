using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using DtcGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DtcGen.Docs.Tests;

/// <summary>Runs the snippets of one page, in order and in one folder, as its reader does.</summary>
/// <param name="folder">The folder: the process's current one.</param>
internal sealed class SnippetRun(string folder)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static;

    private int _count;

    /// <summary>Runs a snippet.</summary>
    /// <param name="snippet">The snippet.</param>
    /// <param name="code">It, compiled with what it takes for granted.</param>
    /// <returns>What it printed.</returns>
    public async Task<string> Run(Snippet snippet, GeneratedCode code)
    {
        var assembly = Load(snippet, code);
        var console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(output));
        try
        {
            var thrown = await Record.ExceptionAsync(() => Start(assembly, "PageStatements", snippet.ClassName));
            if (thrown?.GetType().Name != snippet.Throws)
            {
                ExceptionDispatchInfo.Throw(thrown ?? new InvalidOperationException($"It was to end with {snippet.Throws}."));
            }

            await Start(assembly, "PageRest");
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    // From files, with symbols: the page about snapshot tests finds its classes' sources by them.
    private Assembly Load(Snippet snippet, GeneratedCode code)
    {
        var name = $"{code.Compilation.AssemblyName}{++_count}";
        var source = Path.Combine(folder, $"{snippet.ClassName}.cs");
        var tree = code.Compilation.SyntaxTrees.First();
        File.WriteAllText(source, tree.ToString());
        var compilation = code.Compilation.ReplaceSyntaxTree(tree, tree.WithFilePath(source)).WithAssemblyName(name);
        var (library, symbols) = (Path.Combine(folder, $"{name}.dll"), Path.Combine(folder, $"{name}.pdb"));
        using (var libraryStream = File.Create(library))
        using (var symbolStream = File.Create(symbols))
        {
            var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: symbols);
            var emitted = compilation.Emit(libraryStream, symbolStream, options: options);
            Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        }

        return AssemblyLoadContext.Default.LoadFromAssemblyPath(library);
    }

    // A static Run, or every method of a class of tests.
    private static async Task Start(Assembly assembly, params string[] names)
    {
        foreach (var type in names.Select(assembly.GetType).OfType<Type>())
        {
            var instance = type is { IsAbstract: true } ? null : Activator.CreateInstance(type);
            foreach (var method in type.GetMethods(Declared))
            {
                if (method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null) is Task task)
                {
                    await task;
                }
            }
        }
    }
}
