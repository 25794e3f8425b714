using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions that write into a tensor, or into a copy of it.
internal static partial class FunctionTable
{
    private static void AddWriting(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["set_Item"] = static (recorder, call) => SetItem(
            recorder,
            call,
            Input(call),
            [.. call.Rest.SkipLast(1).SelectMany(static index => Indexing.Items(index.Value))],
            call.Arguments[^1]);
        table["index_put"] = static (recorder, call) =>
        {
            if (!call.AsksInPlace || call.Bool("accumulate"))
            {
                throw new UnfollowedException("into a copy, or adding to what is there");
            }

            SetItem(
                recorder,
                call,
                Input(call),
                [.. call.Rest.Where(static index => index.Parameter is "indices" or "index").SelectMany(
                    static index => Indexing.Items(index.Value))],
                call.Raw("value") ?? call.Raw("values"));
        };
        table["copy"] = static (recorder, call) => Overwrite(
            recorder, call, Input(call), call.Tensor("source", "src", "other") ?? throw new UnfollowedException("without a source"));
        table["zero"] = static (recorder, call) => Overwrite(recorder, call, Input(call), 0.0);
        table["fill"] = static (recorder, call) => Overwrite(recorder, call, Input(call), Operand(recorder, call, 1));
        table["scatter"] = static (recorder, call) => Scatter(recorder, call, "none");
        table["scatter_add"] = static (recorder, call) => Scatter(recorder, call, "add");
        table["index_copy"] = static (recorder, call) => Indexed(recorder, call, "none");
        table["index_add"] = static (recorder, call) => Indexed(recorder, call, "add");
        table["index_fill"] = static (recorder, call) => Indexed(recorder, call, "none");
    }

    // All of a tensor, or of a view of one, gets other entries: a number's, or those of a tensor that is repeated to its size.
    private static void Overwrite(Recorder recorder, FunctionCall call, Tensor target, object value)
    {
        if (!call.AsksInPlace)
        {
            throw new UnfollowedException("into a copy");
        }

        if (value is Tensor source && source.dtype != target.dtype)
        {
            var cast = source.to(target.dtype);
            recorder.Add(OperatorKind.Cast, string.Empty, recorder.Join("cast"), [source], [(long)target.dtype], [cast]);
            value = cast;
        }

        recorder.Add(OperatorKind.Overwrite, string.Empty, recorder.Join(call.Function), [target, value], [], [target], inPlace: true);
        if (call.Function != "set_Item")
        {
            recorder.Same(target, call.Result);
        }
    }

    private static void SetItem(Recorder recorder, FunctionCall call, Tensor input, List<object> indices, object? value)
    {
        var written = value switch
        {
            Tensor { ndim: 0 } constant when !recorder.IsFollowed(constant) => (object)Entry(constant),
            Tensor tensor => tensor,
            _ => Numbers.Double(value) ?? throw new UnfollowedException("with something that is neither a tensor nor a number"),
        };
        if (indices.Select((index, i) => (Tensor: Indexing.TensorOf(index), i)).Where(static item => item.Tensor is not null).ToList()
            is not [_, ..] tensors)
        {
            Overwrite(recorder, call, Indexing.View(recorder, input, indices), written);
            return;
        }

        var (chosen, place) = (tensors[0].Tensor!, tensors[0].i);
        if (tensors.Count > 1 || indices.Where((_, i) => i != place).Any(static index => !Indexing.IsAll(index)))
        {
            throw new UnfollowedException("by a tensor beside other indices");
        }

        var dimension = indices.Take(place).Any(Indexing.IsEllipsis) ? input.ndim - (indices.Count - place) : place;
        if (chosen.dtype == ScalarType.Bool)
        {
            Masked(recorder, call, input, chosen, dimension, written);
            return;
        }

        if (chosen is not { ndim: 1, dtype: ScalarType.Int64 })
        {
            throw new UnfollowedException("by a tensor of several dimensions");
        }

        Place(recorder, call, input, chosen, dimension, written, "none");
    }

    // Where a mask holds, one number or entry; others would have to be counted.
    private static void Masked(Recorder recorder, FunctionCall call, Tensor input, Tensor mask, long dimension, object value)
    {
        if (value is Tensor several && several.numel() != 1)
        {
            throw new UnfollowedException("by a mask, with as many entries as it chooses");
        }

        var steps = new Composition(recorder, recorder.Join("mask"));
        while (dimension + mask.ndim < input.ndim)
        {
            mask = steps.Unsqueeze(mask, mask.ndim);
        }

        if (value is Tensor entry)
        {
            value = entry.dtype == input.dtype ? entry : steps.Cast(entry, input.dtype);
        }

        steps.Finish();
        var made = empty_like(input);
        recorder.Add(OperatorKind.Where, string.Empty, recorder.Join(call.Function), [mask, value, input], [], [made]);
        Replace(recorder, call, input, made);
    }

    private static void Replace(Recorder recorder, FunctionCall call, Tensor input, Tensor made)
    {
        recorder.Replace(input, made);
        if (call.Function != "set_Item")
        {
            recorder.Same(input, call.Result);
        }
    }

    // index_add(dim, index, source, alpha), index_copy(dim, index, source), index_fill(dim, index, value).
    private static void Indexed(Recorder recorder, FunctionCall call, string reduction)
    {
        if (call.DoubleOrNull("alpha") is not (null or 1))
        {
            throw new UnfollowedException("with a factor");
        }

        var index = call.Tensor("index") ?? throw new UnfollowedException("without indices");
        Place(recorder, call, Input(call), index, call.Long("dim"), call.Tensor("source") ?? (object)call.Double("value"), reduction);
    }

    // Slices of a tensor by their numbers: each gets those of another, or a number.
    private static void Place(
        Recorder recorder, FunctionCall call, Tensor input, Tensor index, long dimension, object value, string reduction)
    {
        dimension = dimension < 0 ? dimension + input.ndim : dimension;
        var sizes = input.shape;
        sizes[dimension] = index.shape[0];
        var steps = new Composition(recorder, recorder.Join(call.Function));
        var places = index;
        for (var d = 0; d < dimension; d++)
        {
            places = steps.Unsqueeze(places, 0);
        }

        while (places.ndim < input.ndim)
        {
            places = steps.Unsqueeze(places, places.ndim);
        }

        places = Repeated(steps, places, sizes);
        if (value is Tensor source)
        {
            value = Repeated(steps, source.dtype == input.dtype ? source : steps.Cast(source, input.dtype), sizes);
        }

        steps.Finish();
        Scattered(recorder, call, input, places, value, dimension, reduction);
    }

    private static Tensor Repeated(Composition steps, Tensor value, long[] sizes)
        => value.shape.SequenceEqual(sizes) ? value
            : steps.Step(OperatorKind.Expand, string.Empty, [value], value.expand(sizes), Numbers.Boxed(sizes));

    private static void Scatter(Recorder recorder, FunctionCall call, string reduction)
    {
        var index = call.Tensor("index") ?? throw new UnfollowedException("without indices");
        var value = call.Tensor("src", "source") ?? (object)call.Double("value");
        if (call.Has("reduce"))
        {
            throw new UnfollowedException("with a reduction");
        }

        if (value is Tensor source && !source.shape.SequenceEqual(index.shape))
        {
            throw new UnfollowedException("of a part of its source");
        }

        Scattered(recorder, call, Input(call), index, value, call.Long("dim"), reduction);
    }

    private static void Scattered(
        Recorder recorder, FunctionCall call, Tensor input, Tensor index, object value, long dimension, string reduction)
    {
        var made = empty_like(input);
        recorder.Add(
            OperatorKind.Functional, "Scatter", recorder.Join(call.Function), [input, index, value], [dimension, reduction], [made]);
        if (call.AsksInPlace)
        {
            Replace(recorder, call, input, made);
        }
        else
        {
            recorder.Same(made, call.Result);
        }
    }
}
