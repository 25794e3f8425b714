using DtcGen.Generators.Reading.Graph;
using DtcGen.Recording;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Adds recorded operations to a graph, by the same methods that generated code calls for a model that was read.</summary>
/// <param name="graph">The graph.</param>
/// <param name="recorded">The recording.</param>
internal sealed partial class RecordedOperations(OnnxGraph graph, RecordedGraph recorded)
{
    /// <summary>The values added so far, by their numbers in the recording.</summary>
    public Dictionary<int, OnnxValue> Values { get; } = [];

    /// <summary>Adds an operation, and checks that it gives what the recording has.</summary>
    /// <param name="place">Its place in the recording.</param>
    public void Add(int place)
    {
        var operation = recorded.Main.Operations[place];
        if (operation.Refusal is { } refusal)
        {
            throw new OnnxExportException($"{operation.Name} cannot be exported: {refusal}.");
        }

        if (!IsBySizes(operation) && !Same(operation.Arguments, recorded.First.Operations[place].Arguments))
        {
            throw new OnnxExportException(
                $"{operation.Name} computes with numbers that change with the size of the batch. Describe the input with a fixed batch, and record the model with an example of it.");
        }

        var made = Make(operation);
        for (var i = 0; i < operation.Outputs; i++)
        {
            Values[operation.Output + i] = Checked(operation, operation.Output + i, made[i]);
        }
    }

    // What is written by the sizes of the result alone.
    private static bool IsBySizes(RecordedOperation operation)
        => operation.Kind is OperatorKind.Reshape or OperatorKind.Expand or OperatorKind.ReadSize
            || (operation.Kind == OperatorKind.Interpolate && operation.Arguments[0] is null);

    private static bool Same(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
        => left.Count == right.Count
            && left.Zip(
                right,
                static (a, b) => a is Array x && b is Array y ? x.Cast<object>().SequenceEqual(y.Cast<object>()) : Equals(a, b))
                    .All(static same => same);

    // The builder's own idea of a type and a shape against the recording: what differs would be a wrong file.
    private OnnxValue Checked(RecordedOperation operation, int value, OnnxValue made)
    {
        var known = recorded.Main.Values[value];
        var type = graph.TypeOf(OnnxElementTypes.Of(known.Type));
        if (made.ElementType != type || made.Rank != known.Sizes.Length)
        {
            throw new OnnxExportException(
                $"{operation.Name} gives {type}[{string.Join(", ", known.Sizes)}] in TorchSharp, and {made} in ONNX: this use of {operation.Kind} {operation.Function} cannot be exported.");
        }

        // What the builder could not work out, and no open dimension changes, is known.
        var shape = made.Shape.Select((dimension, d) => dimension.IsStatic || IsOpen(value, d) ? dimension : known.Sizes[d]).ToArray();
        for (var d = 0; d < shape.Length; d++)
        {
            if (shape[d].Value is { } size && !IsOpen(value, d) && size != known.Sizes[d])
            {
                throw new OnnxExportException(
                    $"{operation.Name} gives [{string.Join(", ", known.Sizes)}] in TorchSharp, and {made} in ONNX: this use of {operation.Kind} {operation.Function} cannot be exported.");
            }
        }

        return made with { Shape = shape };
    }

    /// <summary>Whether a value's dimension differs between the recordings.</summary>
    private bool IsOpen(int value, int dimension)
        => recorded.Second is { } second && second.Values[value].Sizes[dimension] != recorded.First.Values[value].Sizes[dimension];

    private IReadOnlyList<OnnxValue> Make(RecordedOperation operation)
    {
        var (name, a) = (operation.Name, operation.Arguments);
        OnnxValue X(int place = 0) => Values[operation.Inputs[place].Value!.Value];
        long L(int place) => (long)a[place]!;
        long[] Rest(int from) => [.. a.Skip(from).Select(static item => (long)item!)];
        switch (operation.Kind)
        {
            case OperatorKind.Constant
                when operation.Function == Filling.Name
                    && Enumerable.Range(0, operation.Held!.shape.Length).Any(d => IsOpen(operation.Output, d)):
                return [Expand(operation, graph.Number(name, (double)a[0]!, Type(operation)))];
            case OperatorKind.Parameter or OperatorKind.Constant:
                return [graph.Parameter(name, operation.Held!)];
            case OperatorKind.Linear:
                return [graph.Linear(name, X(), (Linear)operation.Module!)];
            case OperatorKind.Conv1d:
                return [graph.Conv1d(name, X(), (Conv1d)operation.Module!)];
            case OperatorKind.Conv2d:
                return [graph.Conv2d(name, X(), (Conv2d)operation.Module!)];
            case OperatorKind.BatchNorm:
                return [graph.BatchNorm(name, X(), (NormBase)operation.Module!)];
            case OperatorKind.LayerNorm:
                return [graph.LayerNorm(name, X(), (LayerNorm)operation.Module!)];
            case OperatorKind.GroupNorm:
                return [graph.GroupNorm(name, X(), (GroupNorm)operation.Module!)];
            case OperatorKind.Embedding:
                return [graph.Embedding(name, X(), (Embedding)operation.Module!)];
            case OperatorKind.PRelu:
                return [graph.PRelu(name, X(), (PReLU)operation.Module!)];
            case OperatorKind.Relu:
                return [graph.Relu(name, X())];
            case OperatorKind.Relu6:
                return [graph.Relu6(name, X())];
            case OperatorKind.LeakyRelu:
                return [graph.LeakyRelu(name, X(), (double)a[0]!)];
            case OperatorKind.Elu:
                return [graph.Elu(name, X(), (double)a[0]!)];
            case OperatorKind.Gelu:
                return [graph.Gelu(name, X())];
            case OperatorKind.Silu:
                return [graph.Silu(name, X())];
            case OperatorKind.Sigmoid:
                return [graph.Sigmoid(name, X())];
            case OperatorKind.Tanh:
                return [graph.Tanh(name, X())];
            case OperatorKind.Softplus:
                return [graph.Softplus(name, X(), (double)a[0]!, (double)a[1]!)];
            case OperatorKind.Hardtanh:
                return [graph.Hardtanh(name, X(), (double)a[0]!, (double)a[1]!)];
            case OperatorKind.Hardsigmoid:
                return [graph.Hardsigmoid(name, X())];
            case OperatorKind.Hardswish:
                return [graph.Hardswish(name, X())];
            case OperatorKind.Mish:
                return [graph.Mish(name, X())];
            case OperatorKind.Softmax:
                return [graph.Softmax(name, X(), L(0))];
            case OperatorKind.LogSoftmax:
                return [graph.LogSoftmax(name, X(), L(0))];
            case OperatorKind.Clamp:
                return [graph.Clamp(name, X(), (double?)a[0], (double?)a[1])];
            case OperatorKind.Pow:
                return [graph.Pow(name, X(), (double)a[0]!)];
            case OperatorKind.Abs:
                return [graph.Abs(name, X())];
            case OperatorKind.Neg:
                return [graph.Neg(name, X())];
            case OperatorKind.Exp:
                return [graph.Exp(name, X())];
            case OperatorKind.Log:
                return [graph.Log(name, X())];
            case OperatorKind.Sqrt:
                return [graph.Sqrt(name, X())];
            case OperatorKind.Rsqrt:
                return [graph.Rsqrt(name, X())];
            case OperatorKind.Square:
                return [graph.Square(name, X())];
            case OperatorKind.Reciprocal:
                return [graph.Reciprocal(name, X())];
            case OperatorKind.Add:
                return [Two(operation, graph.Add, graph.Add, graph.Add)];
            case OperatorKind.Sub:
                return [Two(operation, graph.Sub, graph.Sub, graph.Sub)];
            case OperatorKind.Mul:
                return [Two(operation, graph.Mul, graph.Mul, graph.Mul)];
            case OperatorKind.Div:
                return [Two(operation, graph.Div, graph.Div, graph.Div)];
            case OperatorKind.Maximum:
                return [graph.Maximum(name, X(), X(1))];
            case OperatorKind.Minimum:
                return [graph.Minimum(name, X(), X(1))];
            case OperatorKind.Flatten:
                return [graph.Flatten(name, X(), L(0), L(1))];
            case OperatorKind.Reshape:
                return [graph.Reshape(name, X(), Target(operation, X()))];
            case OperatorKind.Transpose:
                return [graph.Transpose(name, X(), L(0), L(1))];
            case OperatorKind.Permute:
                return [graph.Permute(name, X(), Rest(0))];
            case OperatorKind.Unsqueeze:
                return [graph.Unsqueeze(name, X(), L(0))];
            case OperatorKind.Squeeze:
                return [graph.Squeeze(name, X(), L(0))];
            case OperatorKind.Cat:
                return [graph.Cat(name, [.. operation.Inputs.Select(input => Values[input.Value!.Value])], L(0))];
            case OperatorKind.Stack:
                return [graph.Stack(name, [.. operation.Inputs.Select(input => Values[input.Value!.Value])], L(0))];
            case OperatorKind.Chunk:
                return graph.Chunk(name, X(), L(0), L(1));
            case OperatorKind.Split:
                return graph.Split(name, X(), Fixed(operation, Rest(1)), L(0));
            case OperatorKind.Slice:
                return [graph.Slice(name, X(), L(0), L(1), L(2), L(3))];
            case OperatorKind.Narrow:
                return [graph.Narrow(name, X(), L(0), L(1), L(2))];
            case OperatorKind.Select:
                return [graph.Select(name, X(), L(0), L(1))];
            case OperatorKind.Mean:
                return [graph.Mean(name, X(), Rest(1), (bool)a[0]!)];
            case OperatorKind.Sum:
                return [graph.Sum(name, X(), Rest(1), (bool)a[0]!)];
            case OperatorKind.Amax:
                return [graph.Amax(name, X(), Rest(1), (bool)a[0]!)];
            case OperatorKind.MaxPool1d:
                return [graph.MaxPool1d(name, X(), (long[])a[0]!, (long[]?)a[1], (long[]?)a[2], (long[]?)a[3], (bool)a[4]!)];
            case OperatorKind.MaxPool2d:
                return [graph.MaxPool2d(name, X(), (long[])a[0]!, (long[]?)a[1], (long[]?)a[2], (long[]?)a[3], (bool)a[4]!)];
            case OperatorKind.AvgPool1d:
                return [graph.AvgPool1d(name, X(), (long[])a[0]!, (long[]?)a[1], (long[]?)a[2], (bool)a[3]!, (bool)a[4]!)];
            case OperatorKind.AvgPool2d:
                return [graph.AvgPool2d(name, X(), (long[])a[0]!, (long[]?)a[1], (long[]?)a[2], (bool)a[3]!, (bool)a[4]!, (long?)a[5])];
            case OperatorKind.AdaptiveAvgPool1d:
                return [graph.AdaptiveAvgPool1d(name, X(), (long[])a[0]!)];
            case OperatorKind.AdaptiveAvgPool2d:
                return [graph.AdaptiveAvgPool2d(name, X(), (long[])a[0]!)];
            case OperatorKind.Matmul:
                return [graph.Matmul(name, X(), X(1))];
            case OperatorKind.ScaledDotProductAttention:
                return [
                    graph.ScaledDotProductAttention(
                        name, X(), X(1), X(2), operation.Inputs.Count > 3 ? X(3) : null, is_casual: (bool)a[0]!)
                ];
            default:
                return More(operation);
        }
    }

    private OnnxValue Two(
        RecordedOperation operation,
        Func<string, OnnxValue, OnnxValue, double, OnnxValue> ofTwo,
        Func<string, OnnxValue, double, double, OnnxValue> withNumber,
        Func<string, double, OnnxValue, OnnxValue> ofNumber)
        => Two(operation, (name, x, y) => ofTwo(name, x, y, 1), (name, x, number) => withNumber(name, x, number, 1), ofNumber);

    private OnnxValue Two(
        RecordedOperation operation,
        Func<string, OnnxValue, OnnxValue, double, OnnxValue> ofTwo,
        Func<string, OnnxValue, double, OnnxValue> withNumber,
        Func<string, double, OnnxValue, OnnxValue> ofNumber)
        => Two(operation, (name, x, y) => ofTwo(name, x, y, 1), withNumber, ofNumber);

    private OnnxValue Two(
        RecordedOperation operation,
        Func<string, OnnxValue, OnnxValue, OnnxValue> ofTwo,
        Func<string, OnnxValue, double, OnnxValue> withNumber,
        Func<string, double, OnnxValue, OnnxValue> ofNumber)
    {
        var (left, right) = (operation.Inputs[0], operation.Inputs[1]);
        return left.Value is not { } x ? ofNumber(operation.Name, left.Number, Values[right.Value!.Value])
            : right.Value is { } y ? ofTwo(operation.Name, Values[x], Values[y])
            : withNumber(operation.Name, Values[x], right.Number);
    }

    // A size that is open is taken from the input where it stands there alike, or inferred.
    private IReadOnlyList<OnnxDimension> Target(RecordedOperation operation, OnnxValue input)
    {
        var sizes = recorded.Main.Values[operation.Output].Sizes;
        var from = operation.Inputs[0].Value!.Value;
        var target = new OnnxDimension[sizes.Length];
        var inferred = -1;
        for (var d = 0; d < sizes.Length; d++)
        {
            if (!IsOpen(operation.Output, d))
            {
                target[d] = sizes[d];
            }
            else if (d < input.Rank && IsOpen(from, d) && recorded.Main.Values[from].Sizes[d] == sizes[d]
                && recorded.First.Values[from].Sizes[d] == recorded.First.Values[operation.Output].Sizes[d])
            {
                target[d] = input.Shape[d];
            }
            else if (inferred < 0)
            {
                inferred = d;
                target[d] = -1;
            }
            else
            {
                throw new OnnxExportException(
                    $"{operation.Name} makes more than one dimension out of sizes that are open. Describe the input with fixed sizes.");
            }
        }

        return target;
    }

    private long[] Fixed(RecordedOperation operation, long[] sizes)
        => Enumerable.Range(operation.Output, operation.Outputs)
            .SelectMany(value => Enumerable.Range(0, recorded.Main.Values[value].Sizes.Length)
                .Select(d => IsOpen(value, d) && sizes.Length > 0 && IsAlong(operation, d)))
            .Any(static open => open)
            ? throw new OnnxExportException($"{operation.Name} takes parts whose sizes are open. Describe the input with fixed sizes.")
            : sizes;

    private bool IsAlong(RecordedOperation operation, int dimension)
    {
        var along = (long)operation.Arguments[0]!;
        return dimension == (along < 0 ? along + recorded.Main.Values[operation.Output].Sizes.Length : along);
    }
}
