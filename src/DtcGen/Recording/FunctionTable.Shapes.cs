using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions that only move entries about.
internal static partial class FunctionTable
{
    private static void AddShapes(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["unflatten"] = table["view_as"] = table[
            "reshape_as"] = (recorder, call) => Emit(
                recorder, call, OperatorKind.Reshape, [Input(call)], Numbers.Boxed(Single(call).shape));
        table["t"] = table["get_T"] = (recorder, call) => Transposed(recorder, call, Input(call).ndim == 2);
        table["get_mT"] = (recorder, call) => Transposed(recorder, call, Input(call).ndim >= 2);
        table["movedim"] = table["moveaxis"] = Moved;
        table["expand"] = table["broadcast_to"] = table["expand_as"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Expand, [Input(call)], Numbers.Boxed(call.Longs("sizes", "size", "shape") ?? Single(call).shape));
        table["repeat"] = table["tile"] = Repeat;
        table["pad"] = Pad;
        table["interpolate"] = table["upsample"] = table["upsample_nearest"] = table["upsample_bilinear"] = Interpolate;
    }

    private static void Transposed(Recorder recorder, FunctionCall call, bool isMatrix)
    {
        if (!isMatrix)
        {
            throw new UnfollowedException("of a tensor that is no matrix");
        }

        Emit(recorder, call, OperatorKind.Transpose, [Input(call)], -2L, -1L);
    }

    private static void Moved(Recorder recorder, FunctionCall call)
    {
        var rank = (int)Input(call).ndim;
        var from = (call.Longs("source") ?? throw new UnfollowedException("without a source"))
            .Select(d => (int)(d < 0 ? d + rank : d))
            .ToArray();
        var to = (call.Longs("destination") ?? throw new UnfollowedException("without a destination"))
            .Select(d => (int)(d < 0 ? d + rank : d))
            .ToArray();
        var order = Enumerable.Repeat(-1, rank).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            order[to[i]] = from[i];
        }

        var rest = new Queue<int>(Enumerable.Range(0, rank).Except(from));
        long[] permutation = [.. order.Select(d => (long)(d < 0 ? rest.Dequeue() : d))];
        Emit(recorder, call, OperatorKind.Permute, [Input(call)], Numbers.Boxed(permutation));
    }

    private static void Squeeze(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        var input = Input(call);
        if (call.LongOrNull("dim") is { } dim)
        {
            // In place, the input has lost its dimension already.
            if (Single(call).ndim == recorder.SizesOf(input).Length)
            {
                recorder.Same(input, call.Result);
                return;
            }

            Emit(recorder, call, function.Kind, [input], dim);
            return;
        }

        // All of size 1: the result says which.
        Emit(recorder, call, OperatorKind.Reshape, [input], Numbers.Boxed(Single(call).shape));
    }

    // New dimensions and those of one entry are repeated as they are; others are put together of copies.
    private static void Repeat(Recorder recorder, FunctionCall call)
    {
        const long Many = 64;
        var repeats = call.Longs("sizes", "reps", "dims", "repeats") ?? throw new UnfollowedException("without numbers");
        var steps = new Composition(recorder, recorder.Join(call.Function));
        var x = Input(call);
        repeats = [.. Enumerable.Repeat(1L, Math.Max(0, (int)x.ndim - repeats.Length)), .. repeats];
        while (x.ndim < repeats.Length)
        {
            x = steps.Unsqueeze(x, 0);
        }

        for (var d = 0; d < repeats.Length; d++)
        {
            if (repeats[d] == 1)
            {
                continue;
            }

            var sizes = x.shape;
            if (sizes[d] == 1)
            {
                sizes[d] = repeats[d];
                x = steps.Expand(x, d, sizes);
            }
            else if (repeats[d] is > 1 and <= Many)
            {
                x = steps.Cat([.. Enumerable.Repeat(x, (int)repeats[d])], d);
            }
            else
            {
                Emit(recorder, call, OperatorKind.Functional, "Tile", [Input(call)], Numbers.Boxed(repeats));
                return;
            }
        }

        steps.Finish((x, Single(call)));
    }

    private static void Pad(Recorder recorder, FunctionCall call)
    {
        var pads = call.Longs("pad") ?? throw new UnfollowedException("without sizes");
        var mode = call.Raw("mode")?.ToString() ?? "Constant";
        var input = Input(call);
        if (pads.Length == 1)
        {
            // TorchSharp's single number pads every dimension.
            pads = [.. Enumerable.Repeat(pads[0], (int)input.ndim * 2)];
        }

        if (mode == "Circular")
        {
            Composed((steps, _) => Definitions.PadAround(steps, input, pads))(recorder, call);
            return;
        }

        Emit(
            recorder,
            call,
            OperatorKind.Pad,
            mode.Length > 0 && char.IsDigit(mode[0]) ? "Constant" : mode,
            [input],
            pads,
            call.DoubleOrNull("value") ?? 0);
    }

    private static void Interpolate(Recorder recorder, FunctionCall call)
    {
        var mode = call.Function switch
        {
            "upsample_nearest" => "Nearest",
            "upsample_bilinear" => "Bilinear",
            _ => call.Raw("mode")?.ToString() ?? "Nearest",
        };
        var way = mode is "0" ? "Nearest" : mode;
        var factors = call.Raw("scale_factor") switch
        {
            IEnumerable<double> list => list.ToArray(),
            _ => null,
        };
        if (call.Bool("antialias") || call.Bool("recompute_scale_factor"))
        {
            throw new UnfollowedException("with antialias or recompute_scale_factor");
        }

        if (way == "Area")
        {
            // The mean of windows, as adaptive pooling has them.
            Composed(static (steps, area)
                => Definitions.AdaptivePool(steps, Input(area), Single(area).shape[2..], isMax: false))(recorder, call);
            return;
        }

        var corners = call.Raw("align_corners") is true or "true";
        Emit(recorder, call, OperatorKind.Interpolate, way, [Input(call)], factors, factors is null ? Single(call).shape : null, corners);
    }
}
