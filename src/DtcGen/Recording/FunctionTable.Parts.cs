using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions that take tensors apart and put them together.
internal static partial class FunctionTable
{
    private static void AddParts(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["tensor_split"] = static (recorder, call) => Split(recorder, call, call.LongOrNull("dim") ?? 0);
        table["unbind"] = Unbind;
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

    private static void Cat(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        var tensors = Recorder.Tensors(call.Arguments[0]).ToArray();
        if (tensors.Select(static tensor => tensor.ndim).Distinct().Count() > 1)
        {
            throw new UnfollowedException("of tensors with unequal numbers of dimensions");
        }

        Emit(recorder, call, function.Kind, tensors, Settings(call, function));
    }

    private static void Stack(Recorder recorder, FunctionCall call, TorchFunction function)
        => Emit(recorder, call, function.Kind, Recorder.Tensors(call.Arguments[0]), Settings(call, function));

    private static void Chunk(Recorder recorder, FunctionCall call, TorchFunction function)
    {
        var (input, parts) = (Input(call), Recorder.Tensors(call.Result).ToArray());
        var dimension = call.LongOrNull("dim") ?? 0;
        var sizes = Sizes(parts, input, dimension);
        if (parts.Length == call.Long("chunks") && sizes.Distinct().Count() == 1)
        {
            Emit(recorder, call, function.Kind, [input], (long)parts.Length, dimension);
            return;
        }

        Emit(recorder, call, OperatorKind.Split, [input], [dimension, .. Numbers.Boxed(sizes)]);
    }

    private static void Split(Recorder recorder, FunctionCall call, TorchFunction function)
        => Split(recorder, call, call.LongOrNull("dim") ?? 0);

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
