using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions that take tensors apart and put them together.
internal static partial class FunctionTable
{
    private static void AddParts(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["cat"] = table["concat"] = table["concatenate"] = (recorder, call) => Cat(recorder, call);
        table["stack"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Stack, Recorder.Tensors(call.Arguments[0]), call.LongOrNull("dim") ?? 0);
        table["chunk"] = Chunk;
        table["split"] = table["tensor_split"] = Split;
        table["unbind"] = Unbind;
        table["narrow"] = (recorder, call) => Emit(
            recorder, call, OperatorKind.Narrow, [Input(call)], call.Long("dim", "dimension"), call.Long("start"), call.Long("length"));
        table["slice"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Slice,
            [Input(call)],
            call.Long("dim"),
            call.Long("start"),
            call.Long("finish"),
            call.Long("step"));
        table[
            "select"] = (recorder, call) => Emit(recorder, call, OperatorKind.Select, [Input(call)], call.Long("dim"), call.Long("index"));
        table["get_Item"] = table["index"] = Indexing.Note;
        table["index_select"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.IndexSelect,
            [Input(call), call.Tensor("index") ?? throw new UnfollowedException("without indices")],
            call.Long("dim"));
        table["gather"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "Gather",
            [Input(call), call.Tensor("index") ?? throw new UnfollowedException("without indices")],
            call.Long("dim"));
        table["topk"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Along,
            "TopK",
            [Input(call)],
            call.LongOrNull("dim") ?? -1,
            call.Long("k"),
            call.Bool("largest", true));
        table["embedding"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "Embedding",
            [Input(call), call.Tensor("weight") ?? throw new UnfollowedException("without a weight")]);
    }

    private static void Cat(Recorder recorder, FunctionCall call)
    {
        var tensors = Recorder.Tensors(call.Arguments[0]).ToArray();
        if (tensors.Select(static tensor => tensor.ndim).Distinct().Count() > 1)
        {
            throw new UnfollowedException("of tensors with unequal numbers of dimensions");
        }

        Emit(recorder, call, OperatorKind.Cat, tensors, call.LongOrNull("dim", "axis") ?? 0);
    }

    private static void Chunk(Recorder recorder, FunctionCall call)
    {
        var (input, parts) = (Input(call), Recorder.Tensors(call.Result).ToArray());
        var dimension = call.LongOrNull("dim") ?? 0;
        var sizes = Sizes(parts, input, dimension);
        if (parts.Length == call.Long("chunks") && sizes.Distinct().Count() == 1)
        {
            Emit(recorder, call, OperatorKind.Chunk, [input], (long)parts.Length, dimension);
            return;
        }

        Emit(recorder, call, OperatorKind.Split, [input], [dimension, .. Numbers.Boxed(sizes)]);
    }

    private static void Split(Recorder recorder, FunctionCall call) => Split(recorder, call, call.LongOrNull("dim") ?? 0);

    private static void Split(Recorder recorder, FunctionCall call, long dimension)
    {
        var (input, parts) = (Input(call), Recorder.Tensors(call.Result).ToArray());
        Emit(recorder, call, OperatorKind.Split, [input], [dimension, .. Numbers.Boxed(Sizes(parts, input, dimension))]);
    }

    private static long[] Sizes(Tensor[] parts, Tensor input, long dimension)
        => [.. parts.Select(part => part.shape[dimension < 0 ? dimension + input.ndim : dimension])];

    private static void Unbind(Recorder recorder, FunctionCall call)
    {
        var (input, parts) = (Input(call), Recorder.Tensors(call.Result).ToArray());
        var dimension = call.LongOrNull("dim", "dimension") ?? 0;
        for (var i = 0; i < parts.Length; i++)
        {
            recorder.Add(OperatorKind.Select, string.Empty, recorder.Join("unbind"), [input], [dimension, (long)i], [parts[i]]);
        }
    }
}
