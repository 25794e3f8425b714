using System.Collections.Immutable;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A layer that TorchSharp ships.</summary>
/// <param name="Place">Where it is in the model.</param>
/// <param name="Type">The name of its class, such as <c>Linear</c>.</param>
/// <param name="Settings">The arguments of its factory call, by parameter name: constants, or <see cref="SymbolicSetting"/>s.</param>
internal sealed record LayerModule(ModulePlace Place, string Type, ImmutableDictionary<string, object?> Settings) : ReadModule(Place)
{
    public long? Integer(string setting) => Settings.TryGetValue(setting, out var value) ? Constants.ToInteger(value) : null;

    /// <summary>Whether two settings are known to be the same.</summary>
    public bool AreSame(string setting, string other)
        => Settings.TryGetValue(setting, out var left)
            && Settings.TryGetValue(other, out var right)
            && (left is SymbolicSetting
                ? left.Equals(right)
                : Constants.ToInteger(left) is { } number && number == Constants.ToInteger(right));

    /// <summary>The settings that the call gives, rather than leaving them at what they are by default.</summary>
    public ImmutableHashSet<string> Given { get; init; } = [];

    /// <summary>Whether it has no weights, and computes in training what it computes always.</summary>
    public bool IsStateless => Function is { Kind: not OperatorKind.Identity } || Type == "Identity";

    /// <summary>The function that it computes, when it has no weights and is read.</summary>
    public TorchFunction? Function => TorchFunctions.OfLayer(Type) is { IsRead: true } function ? function : null;

    public bool IsSet(string setting) => Settings.TryGetValue(setting, out var value) && value is true;
}
