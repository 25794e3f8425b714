using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>The floating-point types of a model's weights.</summary>
internal static class WeightTypes
{
    /// <summary>What to do about several types.</summary>
    public const string Advice =
        $"Give {nameof(OnnxExportOptions)}.{nameof(OnnxExportOptions.ElementType)} for one type throughout, describe the input in the model's type ({nameof(OnnxInput)}.{nameof(OnnxInput.ElementType)}), or move the model with its method to.";

    /// <summary>The type that all of them have; null when they differ, or when there are none.</summary>
    public static ScalarType? Only(nn.Module model)
        => Weights(model).Select(static weight => (ScalarType?)weight.Type).Distinct().ToArray() is [var only] ? only : null;

    /// <summary>Runs a model; when it cannot be run and its weights and inputs are of several types, says which.</summary>
    /// <exception cref="OnnxExportException">It cannot.</exception>
    public static void Run(nn.Module model, IEnumerable<(string Name, OnnxElementType Type)> inputs, Action run)
    {
        var types = inputs.Where(static input => input.Type.IsFloating())
            .Select(static input => ($"input {input.Name}", input.Type))
            .Concat(Weights(model).Select(static weight => (weight.Name, OnnxElementTypes.Of(weight.Type))))
            .DistinctBy(static item => item.Item2)
            .ToArray();
        try
        {
            run();
        }
        catch (Exception failure) when (types.Length > 1 && failure is not (OutOfMemoryException or OnnxExportException))
        {
            throw new OnnxExportException(
                $"The model cannot be run: {failure.Message.Split('\n')[0]} {string.Join(", and ", types.Select(static item => $"{item.Item1} is {item.Item2}"))}. {Advice}",
                failure);
        }
    }

    private static IEnumerable<(string Name, ScalarType Type)> Weights(nn.Module model)
        => model.named_parameters().Where(static item => item.parameter.is_floating_point())
            .Select(static item => (item.name, item.parameter.dtype));
}
