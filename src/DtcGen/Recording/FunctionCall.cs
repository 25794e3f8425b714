using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>A call of a TorchSharp function that was recorded.</summary>
/// <param name="site">What was called.</param>
/// <param name="arguments">The arguments that were taken, in the order of the site's parameters.</param>
/// <param name="result">What it returned.</param>
internal sealed class FunctionCall(CallSite site, IReadOnlyList<object?> arguments, object? result)
{
    /// <summary>The function, without the underscore of the form that works in place.</summary>
    public string Function { get; } = site.Function.Length > 1 && site.Function.EndsWith('_') ? site.Function[..^1] : site.Function;

    /// <summary>The type that declares the function.</summary>
    public string Owner => site.Owner;

    /// <summary>All arguments that were taken.</summary>
    public IReadOnlyList<object?> Arguments => arguments;

    /// <summary>What it returned.</summary>
    public object? Result => result;

    /// <summary>Whether the call asks for its result to take the input's place.</summary>
    public bool AsksInPlace => site.Function is "set_Item" or "copy_" or "zero_"
        || (site.Function.Length > 1 && site.Function.EndsWith('_'))
        || (TryFind("inplace", out var inPlace) && inPlace is true or "true");

    /// <summary>The tensor it works on.</summary>
    public Tensor? Input => arguments.Count == 0 ? null : arguments[0] as Tensor;

    /// <summary>Whether a parameter was given something that is not its default of null.</summary>
    public bool Has(string parameter) => TryFind(parameter, out var value) && value is not (null or "null" or "default");

    /// <summary>A tensor given to one of these parameters, or null.</summary>
    public Tensor? Tensor(params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (TryFind(parameter, out var value) && value is Tensor tensor)
            {
                return tensor;
            }
        }

        return null;
    }

    /// <summary>The tensors given to one parameter as a list.</summary>
    public IReadOnlyList<Tensor> Tensors(string parameter)
        => TryFind(parameter, out var value) && value is IEnumerable<Tensor> tensors
            ? [.. tensors]
            : throw new UnfollowedException($"'{parameter}' is not known");

    /// <summary>The number given to one of these parameters.</summary>
    public long Long(params ReadOnlySpan<string> parameters) => LongOrNull(parameters) ?? throw Unknown(parameters);

    /// <summary>The number given to one of these parameters, or null.</summary>
    public long? LongOrNull(params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (TryFind(parameter, out var value) && Numbers.Long(value) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The number given to one of these parameters.</summary>
    public double Double(params ReadOnlySpan<string> parameters) => DoubleOrNull(parameters) ?? throw Unknown(parameters);

    /// <summary>The number given to one of these parameters, or null.</summary>
    public double? DoubleOrNull(params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (TryFind(parameter, out var value) && Numbers.Double(value) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The truth value given to a parameter.</summary>
    public bool Bool(string parameter, bool otherwise = false)
        => !TryFind(parameter, out var value) ? otherwise
            : value switch
            {
                bool truth => truth,
                "true" => true,
                "false" => false,
                _ => otherwise,
            };

    /// <summary>The numbers given to these parameters, as a list or one by one, or null when none was.</summary>
    public long[]? Longs(params ReadOnlySpan<string> parameters)
    {
        var numbers = new List<long>();
        var found = false;
        for (var i = 0; i < site.Parameters.Length; i++)
        {
            if (parameters.Contains(site.Parameters[i]) && arguments[i] is { } value)
            {
                numbers.AddRange(
                    Numbers.Longs(value) ?? throw new UnfollowedException($"'{site.Parameters[i]}' is no list of whole numbers"));
                found = true;
            }
        }

        return found ? [.. numbers] : null;
    }

    /// <summary>What was given to a parameter, as it is.</summary>
    public object? Raw(string parameter) => TryFind(parameter, out var value) ? value : null;

    /// <summary>Everything given to the parameters behind the first.</summary>
    public IEnumerable<(string Parameter, object? Value)> Rest => site.Parameters.Zip(arguments).Skip(1);

    private bool TryFind(string parameter, out object? value)
    {
        var place = site.Parameters.IndexOf(parameter);
        if (place >= 0)
        {
            value = arguments[place];
            return true;
        }

        var known = site.Defaults.TryGetValue(parameter, out var text);
        value = text;
        return known;
    }

    private static UnfollowedException Unknown(ReadOnlySpan<string> parameters) => new($"'{parameters[0]}' is not known");
}
