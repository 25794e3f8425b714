using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>functional.scaled_dot_product_attention(query, key, value)</c>.</summary>
internal static class AttentionCalls
{
    public static ReadValue? Read(ForwardReader reader, TensorCall call)
    {
        if (call.Argument("key") is not { } key || call.Argument("value") is not { } value)
        {
            return null;
        }

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
