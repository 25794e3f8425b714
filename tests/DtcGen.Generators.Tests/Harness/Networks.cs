using System.Reflection;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>The networks that tests run: one file each in the folder Networks, and chains of any length.</summary>
internal static class Networks
{
    private const string Folder = "Networks/";

    /// <summary>Those of the folder, by name.</summary>
    public static IReadOnlyList<Network> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static name => NetworkFile.Read(name[Folder.Length..], Text(name))),
    ];

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. All.Select(static network => network.Name)];

    /// <summary>The one of this name.</summary>
    public static Network Of(string name) => All.Single(network => network.Name == name);

    /// <summary>A chain of layers with an activation after each but the last.</summary>
    /// <param name="hidden">How many hidden layers.</param>
    /// <param name="bias">Whether layers have a bias.</param>
    /// <param name="activation">A function of torch.nn.functional; sigmoid does not vanish at 0, relu does.</param>
    /// <param name="widest">The neurons of the first hidden layer; each next has one fewer.</param>
    public static string Chain(int hidden, bool bias, string activation = "relu", int widest = 8)
    {
        var sizes = new[] { 6 }.Concat(Enumerable.Range(0, hidden).Select(i => widest - i)).Append(3).ToArray();
        var fields = Enumerable.Range(1, hidden + 1)
            .Select(i => $"private readonly Linear fc{i} = Linear({sizes[i - 1]}, {sizes[i]}, hasBias: {(bias ? "true" : "false")});");
        var layers = Enumerable.Range(1, hidden).Select(i => $"    x = functional.{activation}(fc{i}.call(x));");
        return ModelSource.Of($$"""
            {{string.Join('\n', fields)}}

            public override Tensor forward(Tensor x)
            {
            {{string.Join('\n', layers)}}
                return fc{{hidden + 1}}.call(x);
            }
            """);
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
