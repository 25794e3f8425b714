using System.Collections.Immutable;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A layer that TorchSharp ships.</summary>
/// <param name="Place">Where it is in the model.</param>
/// <param name="Type">The name of its class, such as <c>Linear</c>.</param>
/// <param name="Settings">The arguments of its factory call that are constants, by parameter name.</param>
internal sealed record LayerModule(ModulePlace Place, string Type, ImmutableDictionary<string, object?> Settings) : ReadModule(Place)
{
    public long? Integer(string setting) => Settings.TryGetValue(setting, out var value) ? Constants.ToInteger(value) : null;

    public bool IsSet(string setting) => Settings.TryGetValue(setting, out var value) && value is true;
}
