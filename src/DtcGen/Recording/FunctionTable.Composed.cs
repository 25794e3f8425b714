using System.Globalization;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions that are recorded as the steps of their definitions.
internal static partial class FunctionTable
{
    private static void AddComposed(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        AddComposedElements(table);
        AddComposedShapes(table);
        AddComposedProducts(table);
        AddComposedLayers(table);
    }

    private static Action<Recorder, FunctionCall> Composed(Func<Composition, FunctionCall, Tensor> compose) => (recorder, call) =>
    {
        if (call.AsksInPlace)
        {
            throw new UnfollowedException("in place");
        }

        var steps = new Composition(recorder, recorder.Join(call.Function));
        var made = compose(steps, call);
        steps.Finish((made, Single(call)));
    };

    private static void AddComposedElements(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["log2"] = Composed(static (steps, call) => steps.Mul(steps.Log(Input(call)), 1 / Math.Log(2)));
        table["log10"] = Composed(static (steps, call) => steps.Mul(steps.Log(Input(call)), 1 / Math.Log(10)));
        table["log1p"] = Composed(static (steps, call) => steps.Log(steps.Add(Input(call), 1)));
        table["exp2"] = Composed(static (steps, call) => steps.Exp(steps.Mul(Input(call), Math.Log(2))));
        table["expm1"] = Composed(static (steps, call) => steps.Add(steps.Exp(Input(call)), -1));
        table["erfc"] = Composed(static (steps, call)
            => steps.Add(steps.Neg(steps.Step(OperatorKind.Unary, "Erf", [Input(call)], Input(call).erf())), 1));
        table["round"] = static (recorder, call) =>
        {
            if (call.LongOrNull("decimals") is { } decimals and not 0)
            {
                Composed((steps, round) => steps.Mul(
                    steps.Mul(Input(round), Math.Pow(10, decimals)) is var large
                        ? steps.Step(OperatorKind.Unary, "Round", [large], large.round())
                        : large,
                    Math.Pow(10, -decimals)))(recorder, call);
                return;
            }

            Emit(recorder, call, OperatorKind.Unary, "Round", [Input(call)]);
        };
        table["trunc"] = table["fix"] = Composed(static (steps, call) => Definitions.Truncate(steps, Input(call)));
        table["frac"] = Composed(static (steps, call) => steps.Sub(Input(call), Definitions.Truncate(steps, Input(call))));
        table["hypot"] = Composed(static (steps, call) => steps.Sqrt(
            steps.Add(steps.Mul(Input(call), Input(call)), steps.Mul(Second(call), Second(call)))));
        table["lerp"] = Composed(static (steps, call)
            => steps.Add(Input(call), steps.Mul(steps.Sub(Given(call, "end"), Input(call)), Given(call, "weight"))));
        table["addcmul"] = Composed(static (steps, call) => steps.Add(
            Input(call),
            Times(steps, steps.Mul(Given(call, "tensor1"), Given(call, "tensor2")), call.DoubleOrNull("value") ?? 1)));
        table["addcdiv"] = Composed(static (steps, call) => steps.Add(
            Input(call),
            Times(steps, steps.Div(Given(call, "tensor1"), Given(call, "tensor2")), call.DoubleOrNull("value") ?? 1)));
        table["remainder"] = table["op_Modulus"] = Composed(static (steps, call)
            => Definitions.Remainder(steps, Real(call), Divisor(call)));
        table["fmod"] = Composed(static (steps, call) => steps.Fmod(Real(call), Divisor(call)));
        table["floor_divide"] = Composed(static (steps, call) => Definitions.FloorDivide(steps, Real(call), Divisor(call)));
        table["threshold"] = table["Threshold"] = Composed(static (steps, call)
            => Definitions.Threshold(steps, Input(call), call.Double("threshold"), call.Double("value")));
        table["hardshrink"] = table["Hardshrink"] = Composed(static (steps, call)
            => Definitions.Hardshrink(steps, Input(call), call.DoubleOrNull("lambda") ?? 0.5));
        table["softshrink"] = table["Softshrink"] = Composed(static (steps, call)
            => Definitions.Softshrink(steps, Input(call), call.DoubleOrNull("lambda") ?? 0.5));
        table["tanhshrink"] = table["Tanhshrink"] = Composed(static (steps, call) => steps.Sub(Input(call), steps.Tanh(Input(call))));
        table["softmin"] = Composed(static (steps, call) => steps.Softmax(steps.Neg(Input(call)), call.Long("dim")));
        table["rrelu"] = Composed(static (steps, call) => MeanSlope(
            steps, Input(call), call.DoubleOrNull("lower") ?? 1.0 / 8, call.DoubleOrNull("upper") ?? 1.0 / 3));
        table["prelu"] = Composed(static (steps, call) =>
        {
            var (x, slopes) = (Input(call), call.Tensor("weight", "target") ?? throw new UnfollowedException("without slopes"));
            var each = slopes.numel() == 1 || x.ndim < 3 ? slopes
                : steps.Reshape(slopes, [-1, .. Enumerable.Repeat(1L, (int)x.ndim - 2)]);
            return steps.Where(steps.Greater(x, 0), x, steps.Mul(x, each));
        });
        table["nan_to_num"] = Composed(static (steps, call) => Definitions.NanToNum(
            steps,
            Input(call),
            call.DoubleOrNull("nan") ?? 0,
            call.DoubleOrNull("posinf") ?? float.MaxValue,
            call.DoubleOrNull("neginf") ?? float.MinValue));
        table["isfinite"] = Composed(static (steps, call) =>
        {
            var isNan = steps.Step(OperatorKind.Unary, "IsNaN", [Input(call)], Input(call).isnan());
            var isEndless = steps.Step(OperatorKind.Unary, "IsInf", [Input(call)], Input(call).isinf());
            var either = steps.Step(OperatorKind.Binary, "Or", [isNan, isEndless], isNan.logical_or(isEndless));
            return steps.Step(OperatorKind.Unary, "Not", [either], either.logical_not());
        });
        table["logsumexp"] = Composed(static (steps, call)
            => Definitions.LogSumExp(steps, Input(call), [call.Long("dim")], call.Bool("keepdim")));
        table["normalize"] = Composed(static (steps, call) => Definitions.Normalize(
            steps, Input(call), call.DoubleOrNull("p") ?? 2, call.LongOrNull("dim") ?? 1, call.DoubleOrNull("eps") ?? 1e-12));
        table["norm"] = table["vector_norm"] = Composed(static (steps, call) => Definitions.Norm(
            steps,
            Input(call),
            call.DoubleOrNull("p", "ord") ?? 2,
            call.Longs("dim", "dimension", "dims") is { Length: > 0 } dims ? dims : All(Input(call)),
            call.Bool("keepdim")));
        table["any"] = Composed(static (steps, call) => Truth(steps, call, isAny: true));
        table["all"] = Composed(static (steps, call) => Truth(steps, call, isAny: false));
        table["count_nonzero"] = Composed(static (steps, call) =>
        {
            var isZero = steps.Equal(Input(call), 0.0);
            var counted = steps.Cast(steps.Step(OperatorKind.Unary, "Not", [isZero], isZero.logical_not()), ScalarType.Int64);
            return steps.Sum(counted, false, call.Longs("dims") is { Length: > 0 } dims ? dims : All(Input(call)));
        });
        table["diff"] = Composed(static (steps, call)
            => call.LongOrNull("n") is not (null or 1) || call.Has("prepend") || call.Has("append")
            ? throw new UnfollowedException("more than once, or with something put before or behind it")
            : steps.Sub(
                steps.Slice(Input(call), call.LongOrNull("dim") ?? -1, 1, long.MaxValue),
                steps.Slice(Input(call), call.LongOrNull("dim") ?? -1, 0, -1)));
    }

    private static void AddComposedShapes(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["flip"] = Composed(static (steps, call)
            => (call.Longs("dims", "dim") ?? throw new UnfollowedException("without dimensions")).Aggregate(Input(call), steps.Flip));
        table["fliplr"] = Composed(static (steps, call) => steps.Flip(Input(call), 1));
        table["flipud"] = Composed(static (steps, call) => steps.Flip(Input(call), 0));
        table["roll"] = Composed(static (steps, call) =>
        {
            var shifts = call.Longs("shifts", "shift") ?? throw new UnfollowedException("without shifts");
            return call.Longs("dims", "dim") is { } dims
                ? Definitions.Roll(steps, Input(call), shifts, dims)
                : steps.Reshape(Definitions.Roll(steps, steps.Flatten(Input(call), 0, -1), shifts, [0]), Input(call).shape);
        });
        table["repeat_interleave"] = Composed(static (steps, call) => call.Tensor("repeats") is not null
            ? throw new UnfollowedException("by a tensor")
            : call.LongOrNull("dim") is { } dim
                ? Definitions.RepeatInterleave(steps, Input(call), call.Long("repeats"), dim < 0 ? dim + Input(call).ndim : dim)
                : Definitions.RepeatInterleave(steps, steps.Flatten(Input(call), 0, -1), call.Long("repeats"), 0));
        table["unfold"] = Composed(static (steps, call) => call.Owner == "functional"
            ? Definitions.Unfold(
                steps,
                Input(call),
                Spread(call.Longs("kernel_size"), 2) ?? throw new UnfollowedException("without a size"),
                Spread(call.Longs("dilation"), 2) ?? [1, 1],
                Spread(call.Longs("padding"), 2) ?? [0, 0],
                Spread(call.Longs("stride"), 2) ?? [1, 1])
            : Definitions.Windows(steps, Input(call), call.Long("dimension", "dim"), call.Long("size"), call.Long("step")));
        table["fold"] = Composed(static (steps, call) => Definitions.Fold(
            steps,
            Input(call),
            Spread(call.Longs("output_size"), 2) ?? throw new UnfollowedException("without a size"),
            Spread(call.Longs("kernel_size"), 2) ?? throw new UnfollowedException("without a size"),
            Spread(call.Longs("dilation"), 2) ?? [1, 1],
            Spread(call.Longs("padding"), 2) ?? [0, 0],
            Spread(call.Longs("stride"), 2) ?? [1, 1]));
        table["diagonal"] = Composed(static (steps, call) => Definitions.Diagonal(
            steps, Input(call), call.LongOrNull("offset") ?? 0, call.LongOrNull("dim1") ?? 0, call.LongOrNull("dim2") ?? 1));
        table["pixel_unshuffle"] = Composed(static (steps, call)
            => Definitions.PixelUnshuffle(steps, Input(call), call.Long("downscale_factor")));
        table["channel_shuffle"] = Composed(static (steps, call) => Definitions.ChannelShuffle(steps, Input(call), call.Long("groups")));
        table["hstack"] = (recorder, call) => Stacked(recorder, call, 1);
        table["vstack"] = table["row_stack"] = (recorder, call) => Stacked(recorder, call, 0);
        table["dstack"] = (recorder, call) => Stacked(recorder, call, 2);
        table["column_stack"] = (recorder, call) => Stacked(recorder, call, 1);
        table["hsplit"] = (recorder, call) => Split(recorder, call, Input(call).ndim == 1 ? 0 : 1);
        table["vsplit"] = (recorder, call) => Split(recorder, call, 0);
        table["dsplit"] = (recorder, call) => Split(recorder, call, 2);
        table["sort"] = (recorder, call) => Sorted(recorder, call, Single(((System.Runtime.CompilerServices.ITuple)call.Result!)[0]), null);
        table["argsort"] = (recorder, call) =>
        {
            var dim = call.LongOrNull("dim") ?? -1;
            Sorted(recorder, call, Input(call).take_along_dim(Single(call), dim), Single(call));
        };
        table["take_along_dim"] = (recorder, call) => Emit(
            recorder,
            call,
            OperatorKind.Functional,
            "Gather",
            call.Tensor("indices") is { } indices && indices.ndim == Input(call).ndim && call.LongOrNull("dim") is not null
                ? [Input(call), indices]
                : throw new UnfollowedException("without a dimension, or of other dimensions"),
            call.Long("dim"));
    }

    private static void AddComposedProducts(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["mv"] = Composed(static (steps, call) => Definitions.Matmul(steps, Input(call), Second(call)));
        table["dot"] = table["inner"] = table["vdot"] = Composed(static (steps, call) => Input(call).ndim == 1 && Second(call).ndim == 1
            ? steps.Sum(steps.Mul(Input(call), Second(call)), false, 0)
            : throw new UnfollowedException("of other than vectors"));
        table["outer"] = table["ger"] = Composed(static (steps, call)
            => steps.Mul(steps.Unsqueeze(Input(call), 1), steps.Unsqueeze(Second(call), 0)));
        table["addmm"] = Composed(static (steps, call) => Added(steps, call, steps.Matmul(Given(call, "mat1"), Given(call, "mat2"))));

        // TorchSharp's takes its operands in another order: the input is multiplied by the first, and the second is added.
        table["baddbmm"] = Composed(static (steps, call) => Definitions.AddProduct(
            steps,
            Given(call, "batch2"),
            steps.Matmul(Input(call), Given(call, "batch1")),
            call.DoubleOrNull("beta") ?? 1,
            call.DoubleOrNull("alpha") ?? 1));
        table["addbmm"] = Composed(static (steps, call)
            => Added(steps, call, steps.Sum(steps.Matmul(Given(call, "batch1"), Given(call, "batch2")), false, 0)));
        table["addmv"] = Composed(static (steps, call)
            => Added(steps, call, Definitions.Matmul(steps, Given(call, "mat", "mat1"), Given(call, "vec", "mat2"))));
        table["cdist"] = Composed(static (steps, call)
            => Definitions.Distances(steps, Given(call, "x1"), Given(call, "x2"), call.DoubleOrNull("p") ?? 2));
        table["one_hot"] = Composed(static (steps, call) => call.Long("num_classes") is > 0 and var classes
            ? Definitions.OneHot(steps, Input(call), classes)
            : throw new UnfollowedException("as many as the entries tell"));
        table["cosine_similarity"] = Composed(static (steps, call) => Definitions.CosineSimilarity(
            steps, Input(call), Second(call), call.LongOrNull("dim") ?? 1, call.DoubleOrNull("eps") ?? 1e-8));
        table["pairwise_distance"] = Composed(static (steps, call) => Definitions.PairwiseDistance(
            steps, Input(call), Second(call), call.DoubleOrNull("p") ?? 2, call.DoubleOrNull("eps") ?? 1e-6, call.Bool("keepdim")));
    }

    private static void AddComposedLayers(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        table["bilinear"] = Composed(static (steps, call)
            => Definitions.Bilinear(steps, Input(call), Second(call), Weight(call), call.Tensor("bias")));
        table["local_response_norm"] = Composed(static (steps, call) => Definitions.LocalResponseNorm(
            steps,
            Input(call),
            call.Long("size"),
            call.DoubleOrNull("alpha") ?? 1e-4,
            call.DoubleOrNull("beta") ?? 0.75,
            call.DoubleOrNull("k") ?? 1));
        table["batch_norm"] = Composed(static (steps, call) => Definitions.BatchNorm(
            steps,
            Input(call),
            Given(call, "running_mean"),
            Given(call, "running_var"),
            call.Tensor("weight"),
            call.Tensor("bias"),
            call.DoubleOrNull("eps") ?? 1e-5));
        table["group_norm"] = Composed(static (steps, call) => Definitions.GroupNorm(
            steps, Input(call), call.Long("num_groups"), call.Tensor("weight"), call.Tensor("bias"), call.DoubleOrNull("eps") ?? 1e-5));
        table["instance_norm"] = Composed(static (steps, call) => Definitions.GroupNorm(
            steps, Input(call), Input(call).shape[1], call.Tensor("weight"), call.Tensor("bias"), call.DoubleOrNull("eps") ?? 1e-5));
        foreach (var (function, space) in new[] { ("adaptive_max_pool1d", 1), ("adaptive_max_pool2d", 2), ("adaptive_max_pool3d", 3) })
        {
            table[function] = Composed(
                (steps, call) => Definitions.AdaptivePool(steps, Batched(call, space), Sizes(call, space), isMax: true));
        }

        table["adaptive_avg_pool3d"] = Composed(static (steps, call)
            => Definitions.AdaptivePool(steps, Batched(call, 3), Sizes(call, 3), isMax: false));
    }

    private static long[] Sizes(FunctionCall call, int space)
        => Spread(call.Longs("output_size"), space) is { } sizes && sizes.All(static size => size > 0)
            ? sizes
            : throw new UnfollowedException("without an output size");

    private static Tensor Added(Composition steps, FunctionCall call, Tensor product)
        => Definitions.AddProduct(steps, Input(call), product, call.DoubleOrNull("beta") ?? 1, call.DoubleOrNull("alpha") ?? 1);

    private static Tensor Times(Composition steps, Tensor x, double factor) => factor == 1 ? x : steps.Mul(x, factor);

    internal static Tensor MeanSlope(Composition steps, Tensor x, double lower, double upper)
        => steps.Step(
            OperatorKind.LeakyRelu, string.Empty, [x], nn.functional.leaky_relu(x, (lower + upper) / 2), (lower + upper) / 2);

    private static Tensor Truth(Composition steps, FunctionCall call, bool isAny)
    {
        var isZero = steps.Equal(Input(call), 0.0);
        var counted = steps.Cast(isZero, ScalarType.Float32);
        var dims = call.LongOrNull("dim") is { } dim ? [dim] : All(Input(call));
        var keep = call.Bool("keepdim");

        // Of what is false: none of it is there, or not all of it is.
        var most = isAny
            ? steps.Amax(steps.Add(steps.Neg(counted), 1), keep, dims)
            : steps.Add(steps.Neg(steps.Amax(counted, keep, dims)), 1);
        return steps.Cast(most, ScalarType.Bool);
    }

    private static void Stacked(Recorder recorder, FunctionCall call, long dimension)
    {
        var tensors = Recorder.Tensors(call.Arguments[0]).ToArray();
        if (tensors.Any(tensor => tensor.ndim <= Math.Max(1, dimension))
            || tensors.Select(static tensor => tensor.ndim).Distinct().Count() > 1)
        {
            throw new UnfollowedException("of tensors of too few dimensions");
        }

        Emit(recorder, call, OperatorKind.Cat, tensors, dimension);
    }

    private static void Sorted(Recorder recorder, FunctionCall call, Tensor values, Tensor? indices)
    {
        var dimension = call.LongOrNull("dim") ?? -1;
        var size = Input(call).shape[dimension < 0 ? dimension + Input(call).ndim : dimension];
        recorder.Add(
            OperatorKind.Along,
            "TopK",
            recorder.Join(call.Function),
            [Input(call)],
            [dimension, size, call.Bool("descending")],
            indices is null ? [.. Recorder.Tensors(call.Result)] : [values, indices]);
    }

    private static Tensor Single(object? value) => value as Tensor ?? throw new UnfollowedException("it returns no tensor");

    private static Tensor Second(FunctionCall call)
        => call.Arguments is [_, Tensor other, ..] ? other : throw new UnfollowedException("without a second tensor");

    private static Tensor Given(FunctionCall call, params ReadOnlySpan<string> parameters)
        => call.Tensor(parameters) ?? throw new UnfollowedException($"without '{parameters[0]}'");

    private static object Divisor(FunctionCall call)
        => call.Arguments[1] as Tensor
            ?? (object?)Numbers.Double(call.Arguments[1])
            ?? throw new UnfollowedException("by something that is neither a tensor nor a number");

    private static Tensor Real(FunctionCall call)
        => Input(call).is_floating_point() ? Input(call) : throw new UnfollowedException("of whole numbers");

    private static long[] All(Tensor x) => [.. Enumerable.Range(0, (int)x.ndim).Select(static d => (long)d)];
}
