using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Products of two tensors in flight: <c>matmul</c>, <c>bmm</c>, <c>scaled_dot_product_attention</c>.</summary>
internal static class ProductCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call)
        {
            return null;
        }

        switch (call.Function)
        {
            case "matmul" or "bmm" or "mm" when (call.Argument("target") ?? call.Argument("batch2")) is { } right:
                return reader.ReadTensor(call.Input) is { } first && reader.ReadTensor(right) is { } second
                    ? reader.Session.Graph.Add(OperatorKind.Matmul, reader.Module.Place.Join("matmul"), [first.ToOperand(), second.ToOperand()])
                    : UnreadableValue.Instance;
            case "scaled_dot_product_attention" when call.Argument("key") is { } key && call.Argument("value") is { } value:
                return Attention(reader, call, key, value);
            default:
                return null;
        }
    }

    private static ReadValue Attention(ForwardReader reader, TensorCall call, IOperation key, IOperation value)
    {
        if (!call.IsAbsent("attn_mask"))
        {
            return reader.Unreadable(call.Argument("attn_mask")!, "attention without a mask");
        }

        if (call.Argument("is_casual") is { } causal && !(reader.TryConstant(causal, out var isCausal) && isCausal is false))
        {
            return reader.Unreadable(causal, "attention to all positions");
        }

        return reader.ReadTensor(call.Input) is { } query && reader.ReadTensor(key) is { } keys && reader.ReadTensor(value) is { } values
            ? reader.Session.Graph.Add(
                OperatorKind.ScaledDotProductAttention,
                reader.Module.Place.Join("attention"),
                [query.ToOperand(), keys.ToOperand(), values.ToOperand()])
            : UnreadableValue.Instance;
    }
}
