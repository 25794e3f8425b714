using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Between our description of a value and the file's.</summary>
internal static class ValueInfos
{
    public static ValueInfoProto Make(OnnxValue value)
    {
        var shape = new TensorShapeProto();
        foreach (var dimension in value.Shape)
        {
            // A size without a name is none: a name would say that it equals others.
            shape.Dim.Add(dimension.Value is long number ? new TensorShapeProto.Types.Dimension { DimValue = number }
                : dimension.IsMadeUp ? new TensorShapeProto.Types.Dimension()
                : new TensorShapeProto.Types.Dimension { DimParam = dimension.Symbol });
        }

        return new ValueInfoProto
        {
            Name = value.Name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)value.ElementType, Shape = shape } },
        };
    }

    /// <summary>
    /// The shape that the file gives an input, or null when it gives none; an open size without a name is called by its place,
    /// <c>x.1</c>, so that a size can be given for it.
    /// </summary>
    public static IReadOnlyList<OnnxDimension>? InputShape(ValueInfoProto info)
        => Shape(info) is { } shape
            ? [.. shape.Select((d, i) => d.IsStatic || d.Symbol is not null ? d : OnnxDimension.MadeUp($"{info.Name}.{i}"))]
            : null;

    /// <summary>The shape that the file gives, or null when it gives none.</summary>
    public static IReadOnlyList<OnnxDimension>? Shape(ValueInfoProto info)
        => info.Type?.TensorType?.Shape is { } shape
            ? [.. shape.Dim.Select(static d => d.HasDimValue ? d.DimValue : new OnnxDimension(null, d.HasDimParam ? d.DimParam : null))]
            : null;
}
