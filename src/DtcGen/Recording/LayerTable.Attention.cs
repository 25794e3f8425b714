using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Attention, and the blocks that are made of it. All take sequences as [places, batch, features].
internal static partial class LayerTable
{
    private static void AddAttention(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(MultiheadAttention)] = static (recorder, call) =>
        {
            if (call.Arguments is not [Tensor query, Tensor key, Tensor value, var padding, _, var mask])
            {
                throw new UnfollowedException("with other arguments");
            }

            var attention = new AttentionSteps(
                new Composition(recorder, call.Name),
                call.Module,
                Heads(mask => ((MultiheadAttention)call.Module).call(Probe(query), Probe(key), Probe(value), null, false, mask), query));
            var (made, weights) = attention.Attend(string.Empty, query, key, value, mask as Tensor, padding as Tensor);
            var real = Recorder.Tensors(call.Result).ToArray();
            attention.Steps.Finish(real is [var output, var told] ? [(made, output), (weights, told)] : [(made, real[0])]);
        };
        table[typeof(TransformerEncoderLayer)] = static (recorder, call) =>
        {
            var layer = (TransformerEncoderLayer)call.Module;
            var heads = Heads(mask => layer.call(Probe(call.Input), mask), call.Input);
            Blocks(recorder, call, heads, (steps, given) => steps.Encode(string.Empty, given[0]!, given[1], given[2]));
        };
        table[typeof(TransformerEncoder)] = static (recorder, call) =>
        {
            var layer = (TransformerEncoder)call.Module;
            var heads = Heads(mask => layer.call(Probe(call.Input), mask), call.Input);
            Blocks(recorder, call, heads, (steps, given) => steps.EncodeAll(string.Empty, given[0]!, given[1], given[2]));
        };
        table[typeof(TransformerDecoderLayer)] = static (recorder, call) =>
        {
            var layer = (TransformerDecoderLayer)call.Module;
            var heads = Heads(mask => layer.call(Probe(call.Input), Probe(call.Input), mask), call.Input);
            Blocks(recorder, call, heads, (steps, given) => steps.Decode(string.Empty, given));
        };
        table[typeof(TransformerDecoder)] = static (recorder, call) =>
        {
            var layer = (TransformerDecoder)call.Module;
            var heads = Heads(mask => layer.call(Probe(call.Input), Probe(call.Input), mask), call.Input);
            Blocks(recorder, call, heads, (steps, given) => steps.DecodeAll(string.Empty, given));
        };
        table[typeof(Transformer)] = static (recorder, call) =>
        {
            var layer = (Transformer)call.Module;
            var heads = Heads(mask => layer.call(Probe(call.Input), Probe(call.Input), mask), call.Input);
            Blocks(recorder, call, heads, static (steps, given) =>
            {
                // src, tgt, src_mask, tgt_mask, memory_mask, src_, tgt_ and memory_key_padding_mask.
                var memory = steps.EncodeAll("encoder.", given[0]!, given[2], given[5]);
                return steps.DecodeAll("decoder.", [given[1], memory, given[3], given[4], given[6], given[7]]);
            });
        };
    }

    // Which activation they have no setting tells.
    private static void Blocks(Recorder recorder, ModuleCall call, long heads, Func<AttentionSteps, Tensor?[], Tensor> compose)
    {
        Tensor?[] given = [.. call.Arguments.Select(static argument => argument as Tensor), .. new Tensor?[8]];
        OneOf(Result(call), Composed(false), Composed(true));

        (Composition, Tensor) Composed(bool isGelu)
        {
            var steps = new AttentionSteps(new Composition(recorder, call.Name), call.Module, heads) { IsGelu = isGelu };
            return (steps.Steps, compose(steps, given));
        }
    }

    // One place of one sample.
    private static Tensor Probe(Tensor input)
        => input.ndim == 3 ? input.narrow(0, 0, 1).narrow(1, 0, 1) : throw new UnfollowedException("without a batch");

    // There is no way to ask for their number either: a mask that no number of heads goes with is refused with the scores' shape.
    private static long Heads(Action<Tensor> call, Tensor input)
    {
        using var scope = NewDisposeScope();
        try
        {
            call(zeros(1, 1, 1, input.dtype, input.device));
        }
        catch (ExternalException refusal)
            when (Regex.Match(refusal.Message, @"output with shape \[(\d+), 1, 1\]") is { Success: true } shape)
        {
            return long.Parse(shape.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        catch (ExternalException)
        {
        }

        throw new UnfollowedException("how many heads it has cannot be told");
    }
}
