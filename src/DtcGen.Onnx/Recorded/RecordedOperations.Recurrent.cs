using DtcGen.Onnx.Proto;
using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Layers that go along a sequence.
internal sealed partial class RecordedOperations
{
    private readonly Dictionary<(nn.Module Layer, string Name), OnnxValue> _gates = [];

    // One operator a layer; both directions of one are one operator. [places, batch, features] inside.
    private IReadOnlyList<OnnxValue> Recurrent(RecordedOperation operation)
    {
        var (name, x, type) = (operation.Name, X(operation), operation.Function.Split(' ')[0]);
        var (layers, isBothWays, isBatchFirst) = (
            (long)operation.Arguments[0]!, (bool)operation.Arguments[1]!, (bool)operation.Arguments[2]!);
        var ways = isBothWays ? 2 : 1;
        var weights = operation.Module!.named_parameters(recurse: false)
            .ToDictionary(static item => item.name, static item => (Tensor)item.parameter, StringComparer.Ordinal);
        var hidden = weights["weight_hh_l0"].shape[1];
        if (isBatchFirst)
        {
            x = graph.Transpose($"{name}/Transpose", x, 0, 1);
        }

        var last = new List<OnnxValue>[] { [], [] };
        var states = type == "LSTM" ? 2 : 1;
        for (var layer = 0; layer < layers; layer++)
        {
            OnnxValue? State(int state) => operation.Inputs.Count <= 1 + state ? null
                : layers == 1 ? X(operation, 1 + state)
                : graph.Slice($"{name}/State", X(operation, 1 + state), 0, layer * ways, (layer + 1) * ways, 1);
            OnnxValue?[] operands =
            [
                x, Gates(operation, weights, layer, "weight_ih"), Gates(operation, weights, layer, "weight_hh"),
                weights.ContainsKey("bias_ih_l0") ? Gates(operation, weights, layer, "bias_ih", "bias_hh") : null,
                null, State(0), type == "LSTM" ? State(1) : null,
            ];
            var (places, batch) = (x.Shape[0], x.Shape[1]);
            OnnxDimension[] end = [ways, batch, hidden];
            var made = graph.Operators(
                type,
                $"{name}/{type}",
                operands,
                [
                    ($"{name}/Y", x.ElementType, [places, ways, batch, hidden]),
                    ..Enumerable.Range(0, states).Select(i => ($"{name}/Y_{"hc"[i]}", x.ElementType, (IReadOnlyList<OnnxDimension>)end))
                ],
                Attributes(operation, type, ways, hidden));
            for (var state = 0; state < states; state++)
            {
                last[state].Add(made[1 + state]);
            }

            x = graph.Flatten($"{name}/Features", graph.Transpose($"{name}/Ways", made[0], 1, 2), 2, 3);
        }

        return
        [
            isBatchFirst ? graph.Transpose(name, x, 0, 1) : x,
            ..last.Take(states).Select(ends => ends.Count == 1 ? ends[0] : graph.Cat($"{name}/Concat", ends, 0)),
        ];
    }

    private static IEnumerable<AttributeProto> Attributes(RecordedOperation operation, string type, int ways, long hidden)
    {
        yield return OnnxAttributes.Make("hidden_size", hidden);
        yield return OnnxAttributes.Make("direction", ways == 2 ? "bidirectional" : "forward");
        if (type == "GRU")
        {
            // The reset gate scales what the state gives with its bias.
            yield return OnnxAttributes.Make("linear_before_reset", 1L);
        }

        if (type == "RNN")
        {
            yield return OnnxAttributes.Make("activations", Enumerable.Repeat(operation.Function.Split(' ')[1], ways));
        }
    }

    // The weights of a layer in ONNX's order of gates, for each direction; several kinds, as biases have them, one after the other.
    private OnnxValue Gates(RecordedOperation operation, Dictionary<string, Tensor> weights, int layer, params string[] kinds)
    {
        var key = $"{kinds[0]}_l{layer}";
        if (_gates.TryGetValue((operation.Module!, key), out var known))
        {
            return known;
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var ways = new List<Tensor>();
        foreach (var way in new[] { string.Empty, "_reverse" })
        {
            if (weights.ContainsKey($"{key}{way}"))
            {
                ways.Add(cat([.. kinds.Select(kind => Ordered(operation, weights[$"{kind}_l{layer}{way}"].detach()))]));
            }
        }

        var value = graph.Parameter($"{operation.Name}.{key}", stack(ways));
        _gates.Add((operation.Module!, key), value);
        return value;
    }

    // TorchSharp's i, f, g, o is i, o, f, g in ONNX, and r, z, n is z, r, n.
    private static Tensor Ordered(RecordedOperation operation, Tensor weight)
    {
        int[] order = operation.Function switch { "LSTM" => [0, 3, 1, 2], "GRU" => [1, 0, 2], _ => [0] };
        var gates = weight.chunk(order.Length, 0);
        return cat([.. order.Select(gate => gates[gate])]);
    }
}
