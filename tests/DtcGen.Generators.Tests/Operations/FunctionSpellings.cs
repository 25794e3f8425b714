using System.Reflection;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static DtcGen.Generators.Tests.Operations.Surroundings;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Operations;

/// <summary>Calls of the table's functions, in each overload that TorchSharp has, with a value for each setting.</summary>
internal static class FunctionSpellings
{
    // By parameter: what a setting is given, so that what comes of it still ends in the eight neurons.
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["dim"] = "1",
        ["dim0"] = "0",
        ["dim1"] = "1",
        ["axis"] = "1",
        ["axis0"] = "0",
        ["axis1"] = "1",
        ["dims"] = "1",
        ["dimensions"] = "1",
        ["permutation"] = "1, 0, 2",
        ["shape"] = "x.shape[0], 6, 8",
        ["start"] = "1",
        ["length"] = "2",
        ["finish"] = "5",
        ["step"] = "2",
        ["index"] = "2",
        ["chunks"] = "2",
        ["sizes"] = "2, 4",
        ["split_size_or_sections"] = "2, 4",
        ["start_dim"] = "1",
        ["end_dim"] = "2",
        ["kernel_size"] = "2",
        ["stride"] = "2",
        ["strides"] = "2",
        ["padding"] = "1",
        ["dilation"] = "1",
        ["output_size"] = "2",
        ["ceil_mode"] = "true",
        ["count_include_pad"] = "false",
        ["keepdim"] = "true",
        ["negative_slope"] = "0.3",
        ["alpha"] = "0.7",
        ["beta"] = "2",
        ["threshold"] = "3",
        ["min_val"] = "-0.3",
        ["max_val"] = "0.4",
        ["min"] = "-0.3",
        ["max"] = "0.4",
        ["exponent"] = "2",
        ["training"] = "training",
        ["is_casual"] = "true",
        ["inplace"] = "true",
    };

    // By function: what it works on, what else it takes, and what brings what it makes back to eight neurons.
    private static readonly Dictionary<string, (string X, string Y, string Then)> Around = new(StringComparer.Ordinal)
    {
        ["log"] = ("x.exp()", "", ""),
        ["sqrt"] = ("x.exp()", "", ""),
        ["rsqrt"] = ("x.exp()", "", ""),
        ["reciprocal"] = ("x.exp()", "", ""),
        ["squeeze"] = ("x.unsqueeze(1)", "", ""),
        ["flatten"] = ("x", "", ".reshape(-1, 8)"),
        ["ravel"] = ("x", "", ".reshape(-1, 8)"),
        ["chunk"] = ("x", "", "[0]"),
        ["split"] = ("x", "", "[0]"),
        ["matmul"] = ("x.transpose(1, 2)", "x", ".sum(1)"),
        ["bmm"] = ("x.transpose(1, 2)", "x", ".sum(1)"),
        ["mm"] = ("x.select(1, 0).transpose(0, 1)", "x.select(1, 1)", ".sum(0L)"),
        ["detach"] = ("x.tanh()", "", ""),
        ["scaled_dot_product_attention"] = ("x", "x", ""),
    };

    // Six places of eight features each; that there are three dimensions, the convolution tells.
    private static readonly Surroundings Places = new(
        "places", [2, 6], "Conv1d(2, 8, 3, padding: 1)", "Linear(8, 3)")
    { Call = "first.call(input).transpose(1, 2)" };

    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "x + x.tanh()",
        ["op_Subtraction"] = "1 - x",
        ["op_Multiply"] = "x * 0.5",
        ["op_Division"] = "x / 2",
        ["op_UnaryNegation"] = "-x",
    };

    /// <summary>All calls of a function, by each of its names, and of its layers.</summary>
    public static IEnumerable<OperationRow> Of(TorchFunction function) =>
    [
        .. function.Names.SelectMany(name => Spellings(function, name)
            .Distinct()
            .Select(spelling => new OperationRow(name, spelling, Surrounding(name)))),
        .. function.Layers.SelectMany(layer => Factories(function, layer)
            .Distinct()
            .Select(factory => new OperationRow(layer, $"op.call(x){(layer == "Flatten" ? ".reshape(-1, 8)" : "")}", Surrounding(layer))
            {
                Members = $"private readonly Module<Tensor, Tensor> op = {factory};",
            })),
    ];

    private static Surroundings Surrounding(string name) => name[^2..].ToLowerInvariant() switch
    {
        "1d" => Signal,
        "2d" or "3d" => Image,
        _ => Places,
    };

    private static IEnumerable<string> Factories(TorchFunction function, string layer)
        => typeof(nn).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == layer)
            .SelectMany(method => Arguments(function, method.GetParameters(), string.Empty, [false, true]))
            .Select(arguments => $"{layer}({arguments})");

    private static IEnumerable<string> Spellings(TorchFunction function, string name)
        => Operators.TryGetValue(name, out var spelling)
            ? [spelling]
            : new[] { typeof(torch), typeof(Tensor), typeof(nn.functional) }
                .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
                .Where(method => method.Name == name || method.Name == $"{name}_")
                .SelectMany(method => Calls(function, name, method));

    private static IEnumerable<string> Calls(TorchFunction function, string name, MethodInfo method)
    {
        var (x, y, then) = Around.TryGetValue(name, out var around) ? around : ("x", "x.tanh()", "");
        var parameters = method.GetParameters();
        var takesFirst = method.IsStatic && parameters[0].ParameterType == typeof(Tensor);
        var isOfParts = function.Kind is OperatorKind.Chunk or OperatorKind.Split;
        if (isOfParts && parameters.All(static parameter => parameter.Name != "dim"))
        {
            // It takes the batch apart, whose size is open.
            return [];
        }

        // With neither of its bounds, a clamp's overloads are ambiguous.
        bool[] variants = isOfParts || function.Kind == OperatorKind.Clamp ? [true] : [false, true];
        var caller = !method.IsStatic ? x : method.DeclaringType == typeof(torch) ? "torch" : "functional";
        return Arguments(function, takesFirst ? parameters[1..] : parameters, y, variants)
            .Select(arguments => takesFirst ? $"{x}{(arguments.Length == 0 ? "" : ", ")}{arguments}" : arguments)
            .Select(arguments => $"{caller}.{method.Name}({arguments}){then}");
    }

    // Once what must be given, and once everything that is a setting.
    private static IEnumerable<string> Arguments(TorchFunction function, ParameterInfo[] parameters, string y, bool[] variants)
        => variants
            .Select(isFull => parameters
                .Where(parameter => !parameter.HasDefaultValue || (isFull && Values.ContainsKey(parameter.Name!)))
                .Select(parameter => (parameter.Name, Value: Value(function, parameter, y)))
                .ToArray())
            .Where(static given => given.All(static item => item.Value is not null))
            .Select(static given => string.Join(", ", given.Select(static item => $"{item.Name}: {item.Value}")));

    private static string? Value(TorchFunction function, ParameterInfo parameter, string y)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(Tensor))
        {
            return y;
        }

        if (type == typeof(Tensor[]))
        {
            return $"new[] {{ x, {y} }}";
        }

        var space = function.Settings.FirstOrDefault(setting => setting.Names.Contains(parameter.Name))?.Space ?? 0;
        return !Values.TryGetValue(parameter.Name!, out var value) ? type == typeof(Scalar) && !parameter.HasDefaultValue ? "0.7" : null
            : type == typeof(long[]) ? $"new long[] {{ {string.Join(", ", Enumerable.Repeat(value, Math.Max(1, space)))} }}"
            : type == typeof((long, long)) ? $"({value}, {value})"
            : type == typeof(bool) || type == typeof(long) || type == typeof(int) || type == typeof(double)
                || type == typeof(Scalar) ? value
            : null;
    }
}
