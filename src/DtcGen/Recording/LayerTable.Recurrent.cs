using System.Runtime.CompilerServices;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Layers that go along a sequence, and their single steps.
internal static partial class LayerTable
{
    private static void AddRecurrent(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(LSTM)] = static (recorder, call) =>
        {
            var layer = (LSTM)call.Module;
            Recurrent(recorder, call, "LSTM", Layers(layer), IsBothWays(layer), IsBatchFirst(layer));
        };
        table[typeof(GRU)] = static (recorder, call) =>
        {
            var layer = (GRU)call.Module;
            Recurrent(recorder, call, "GRU", Layers(layer), IsBothWays(layer), IsBatchFirst(layer));
        };
        table[typeof(RNN)] = static (recorder, call) =>
        {
            var layer = (RNN)call.Module;
            Recurrent(
                recorder, call, IsRectified(layer) ? "RNN Relu" : "RNN Tanh", Layers(layer), IsBothWays(layer), IsBatchFirst(layer));
        };
        table[typeof(LSTMCell)] = static (recorder, call) =>
        {
            var steps = new Composition(recorder, call.Name);
            if (call.Arguments is not [Tensor input, ITuple and [Tensor hidden, Tensor cell]] || call.Result is not (Tensor h, Tensor c))
            {
                throw new UnfollowedException("without a state");
            }

            var gates = steps.Chunk(Gates(steps, call, input, hidden), 4, 1);
            var kept = steps.Mul(steps.Sigmoid(gates[1]), cell);
            var next = steps.Add(kept, steps.Mul(steps.Sigmoid(gates[0]), steps.Tanh(gates[2])));
            steps.Finish((steps.Mul(steps.Sigmoid(gates[3]), steps.Tanh(next)), h), (next, c));
        };
        table[typeof(GRUCell)] = static (recorder, call) =>
        {
            var steps = new Composition(recorder, call.Name);
            var hidden = Hidden(call);
            var into = steps.Chunk(steps.Linear(call.Input, Weight(call, "weight_ih"), OptionalWeight(call, "bias_ih")), 3, 1);
            var around = steps.Chunk(steps.Linear(hidden, Weight(call, "weight_hh"), OptionalWeight(call, "bias_hh")), 3, 1);
            var reset = steps.Sigmoid(steps.Add(into[0], around[0]));
            var update = steps.Sigmoid(steps.Add(into[1], around[1]));
            var fresh = steps.Tanh(steps.Add(into[2], steps.Mul(reset, around[2])));
            steps.Finish((steps.Add(fresh, steps.Mul(update, steps.Sub(hidden, fresh))), Result(call)));
        };
        table[typeof(RNNCell)] = static (recorder, call) =>
        {
            var (tanh, relu) = (new Composition(recorder, call.Name), new Composition(recorder, call.Name));
            OneOf(
                Result(call),
                (tanh, tanh.Tanh(Gates(tanh, call, call.Input, Hidden(call)))),
                (relu, relu.Relu(Gates(relu, call, call.Input, Hidden(call)))));
        };
    }

    // Of definitions that no setting tells apart, the one that the layer follows.
    private static void OneOf(Tensor real, params ReadOnlySpan<(Composition Steps, Tensor Made)> definitions)
    {
        (Composition Steps, Tensor Made)? followed = null;
        foreach (var definition in definitions)
        {
            if (Composition.IsSame(definition.Made, real))
            {
                followed = followed is null ? definition : throw new UnfollowedException("which of its settings it has cannot be told");
            }
        }

        var (steps, made) = followed ?? definitions[0];
        steps.Finish((made, real));
    }

    private static Tensor Gates(Composition steps, ModuleCall call, Tensor input, Tensor hidden)
        => steps.Add(
            steps.Linear(input, Weight(call, "weight_ih"), OptionalWeight(call, "bias_ih")),
            steps.Linear(hidden, Weight(call, "weight_hh"), OptionalWeight(call, "bias_hh")));

    // Without a state it starts from zeros.
    private static Tensor Hidden(ModuleCall call)
        => call.Input.ndim != 2 ? throw new UnfollowedException("without a batch")
            : call.Arguments is [_, Tensor given, ..] ? given
            : zeros(call.Input.shape[0], Weight(call, "weight_hh").shape[1], call.Input.dtype, call.Input.device);

    private static Tensor Weight(ModuleCall call, string name)
        => OptionalWeight(call, name) ?? throw new UnfollowedException($"without its '{name}'");

    private static Tensor? OptionalWeight(ModuleCall call, string name)
        => call.Module.named_parameters(recurse: false).FirstOrDefault(item => item.name == name).parameter;

    private static void Recurrent(Recorder recorder, ModuleCall call, string function, long layers, bool isBothWays, bool isBatchFirst)
    {
        if (call.Input.ndim != 3)
        {
            throw new UnfollowedException("without a batch");
        }

        Tensor[] states = call.Arguments is [_, { } given, ..] ? [.. Recorder.Tensors(given)] : [];
        recorder.Add(
            OperatorKind.Recurrent,
            function,
            call.Name,
            [call.Input, .. states],
            [layers, isBothWays, isBatchFirst],
            [.. Recorder.Tensors(call.Result)],
            call.Module);
    }

    // There is no way to ask the layer: it is run for one step from zero, whose last state is a tanh or what is positive.
    private static bool IsRectified(RNN layer)
    {
        using var scope = NewDisposeScope();
        var weight = layer.get_parameter("weight_ih_l0")!;
        var input = linspace(-3, 5, weight.shape[1], weight.dtype, weight.device).reshape(1, 1, -1);
        var gates = nn.functional.linear(input, weight);
        foreach (var (_, bias) in layer.named_parameters().Where(static item => item.name is "bias_ih_l0" or "bias_hh_l0"))
        {
            gates += bias;
        }

        var state = layer.call(input).Item2[0];
        var (isTanh, isRelu) = (Composition.IsSame(gates.tanh()[0], state), Composition.IsSame(gates.relu()[0], state));
        return isTanh != isRelu ? isRelu : throw new UnfollowedException("which of its non-linearities it has cannot be told");
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_num_layers")]
    private static extern ref long Layers(LSTM layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_bidirectional")]
    private static extern ref bool IsBothWays(LSTM layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_batch_first")]
    private static extern ref bool IsBatchFirst(LSTM layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_num_layers")]
    private static extern ref long Layers(GRU layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_bidirectional")]
    private static extern ref bool IsBothWays(GRU layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_batch_first")]
    private static extern ref bool IsBatchFirst(GRU layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_num_layers")]
    private static extern ref long Layers(RNN layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_bidirectional")]
    private static extern ref bool IsBothWays(RNN layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_batch_first")]
    private static extern ref bool IsBatchFirst(RNN layer);
}
