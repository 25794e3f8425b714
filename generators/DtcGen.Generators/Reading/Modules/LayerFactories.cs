using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>The factories of <c>torch.nn</c>: <c>Linear(784, 512)</c>, <c>ReLU()</c>.</summary>
internal static class LayerFactories
{
    public static ReadModule? Recognise(ModuleCreation creation)
    {
        if (creation.Expression is not IInvocationOperation call
            || !TorchSymbols.Is(call.TargetMethod.ContainingType, creation.Session.Torch.Nn)
            || !TorchSymbols.IsShippedLayer(call.TargetMethod.ReturnType))
        {
            return null;
        }

        var settings = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                settings.Add(
                    parameter.Name,
                    Constants.TryRead(argument.Value, creation.Bindings, out var value) ? value : new SymbolicSetting(argument.Value.Syntax.ToString()));
            }
        }

        return new LayerModule(creation.Place, call.TargetMethod.ReturnType.Name, settings.ToImmutable());
    }
}
