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
                    ? reader.Session.Graph.Add(
                        OperatorKind.Matmul, reader.Module.Place.Join("matmul"), [first.ToOperand(), second.ToOperand()])
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

        if (call.Argument("p") is { } share && !(reader.TryConstant(share, out var dropped) && dropped is 0 or 0.0 or 0f))
        {
            return reader.Unreadable(share, "attention without dropout, because the function drops in evaluation mode too");
        }

        var isCausal = false;
        if (call.Argument("is_casual") is { } causal)
        {
            if (!(reader.TryConstant(causal, out var flag) && flag is bool known))
            {
                return reader.Unreadable(causal, "true or false");
            }

            isCausal = known;
        }

        return reader.ReadTensor(call.Input) is { } query && reader.ReadTensor(key) is { } keys && reader.ReadTensor(value) is { } values
            ? reader.Session.Graph.Add(
                OperatorKind.ScaledDotProductAttention,
                reader.Module.Place.Join("attention"),
                [query.ToOperand(), keys.ToOperand(), values.ToOperand()],
                isCausal ? [new Argument("is_casual: true", null)] : [])
            : UnreadableValue.Instance;
    }
}
