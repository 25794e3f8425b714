using DtcGen.Onnx.Proto;
using DtcGen.Recording;

namespace DtcGen.Onnx;

// Images made larger or smaller.
internal sealed partial class RecordedOperations
{
    private OnnxValue Interpolate(RecordedOperation operation)
    {
        var (name, x) = (operation.Name, X(operation));
        var (factors, corners) = ((double[]?)operation.Arguments[0], (bool)operation.Arguments[2]!);
        var space = x.Rank - 2;
        AttributeProto[] attributes = operation.Function switch
        {
            "Nearest"
                => [
                    OnnxAttributes.Make("mode", "nearest"), OnnxAttributes.Make("coordinate_transformation_mode", "asymmetric"),
                    OnnxAttributes.Make("nearest_mode", "floor")
                ],
            "NearestExact"
                => [
                    OnnxAttributes.Make("mode", "nearest"), OnnxAttributes.Make("coordinate_transformation_mode", "half_pixel"),
                    OnnxAttributes.Make("nearest_mode", "round_prefer_ceil")
                ],
            "Linear" or "Bilinear" or "Trilinear"
                => [
                    OnnxAttributes.Make("mode", "linear"),
                    OnnxAttributes.Make("coordinate_transformation_mode", corners ? "align_corners" : "half_pixel")
                ],
            "Bicubic"
                => [
                    OnnxAttributes.Make("mode", "cubic"),
                    OnnxAttributes.Make("coordinate_transformation_mode", corners ? "align_corners" : "half_pixel"),
                    OnnxAttributes.Make("cubic_coeff_a", -0.75)
                ],
            _ => throw new OnnxExportException($"{name}: interpolation by {operation.Function} cannot be exported."),
        };
        if (factors is not null)
        {
            float[] scales = [
                1, 1, .. (factors.Length == 1 ? Enumerable.Repeat(factors[0], space) : factors).Select(static factor => (float)factor)
            ];
            return graph.Operator("Resize", name, [x, null, graph.Scales(scales)], x.ElementType, Shape(operation), attributes);
        }

        return graph.Operator(
            "Resize", name, [x, null, null, Sizes(operation, static _ => false)], x.ElementType, Shape(operation), attributes);
    }

    private OnnxValue Pad(RecordedOperation operation)
    {
        var (name, x) = (operation.Name, X(operation));
        var given = (long[])operation.Arguments[0]!;
        var mode = operation.Function switch
        {
            "Constant" or "Zeros" => "constant",
            "Reflect" => "reflect",
            "Replicate" => "edge",
            _ => throw new OnnxExportException($"{name}: padding by {operation.Function} cannot be exported."),
        };
        var (begin, end) = (new long[x.Rank], new long[x.Rank]);
        for (var i = 0; i < given.Length / 2; i++)
        {
            // The last dimension comes first.
            (begin[x.Rank - 1 - i], end[x.Rank - 1 - i]) = (given[2 * i], given[(2 * i) + 1]);
        }

        return graph.Operator(
            "Pad",
            name,
            [
                x, graph.Numbers([.. begin, .. end]),
                graph.Number(
                    name, Convert.ToDouble(operation.Arguments[1]!, System.Globalization.CultureInfo.InvariantCulture), x.ElementType)
            ],
            x.ElementType,
            Shape(operation),
            OnnxAttributes.Make("mode", mode));
    }
}
