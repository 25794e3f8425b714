using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Layers that are recorded as the steps of their definitions.
internal static partial class LayerTable
{
    private static void AddComposed(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(Softmin)] = Composed<Softmin>(static (steps, call, layer) => steps.Softmax(steps.Neg(call.Input), layer.dim));
        table[typeof(Hardshrink)] = Composed<Hardshrink>(
            static (steps, call, layer) => Definitions.Hardshrink(steps, call.Input, layer.lambda));
        table[typeof(Softshrink)] = Composed<Softshrink>(
            static (steps, call, layer) => Definitions.Softshrink(steps, call.Input, layer.lambda));
        table[typeof(Tanhshrink)] = Composed<Tanhshrink>(static (steps, call, layer) => steps.Sub(call.Input, steps.Tanh(call.Input)));
        table[typeof(Threshold)] = Composed<Threshold>(static (steps, call, layer) => layer.inplace
            ? throw new UnfollowedException("in place")
            : Definitions.Threshold(steps, call.Input, layer.threshold, layer.value));
        table[typeof(RReLU)] = Composed<RReLU>(static (steps, call, layer) => layer.inplace
            ? throw new UnfollowedException("in place")
            : FunctionTable.MeanSlope(steps, call.Input, layer.lower, layer.upper));
        table[typeof(GLU)] = Composed<GLU>(static (steps, call, layer)
            => steps.Chunk(call.Input, 2, layer.dim) is var halves ? steps.Mul(halves[0], steps.Sigmoid(halves[1])) : call.Input);
        table[typeof(LocalResponseNorm)] = Composed<LocalResponseNorm>(static (steps, call, layer)
            => Definitions.LocalResponseNorm(steps, call.Input, layer.size, layer.alpha, layer.beta, layer.k));
        table[typeof(CosineSimilarity)] = Composed<CosineSimilarity>(static (steps, call, layer)
            => Definitions.CosineSimilarity(steps, call.Input, Second(call), layer.dim, layer.eps));
        table[typeof(PairwiseDistance)] = Composed<PairwiseDistance>(static (steps, call, layer)
            => Definitions.PairwiseDistance(steps, call.Input, Second(call), layer.norm, layer.eps, layer.keepdim));
        table[typeof(Bilinear)] = Composed<Bilinear>(static (steps, call, layer)
            => Definitions.Bilinear(steps, call.Input, Second(call), layer.weight, layer.bias));
        table[typeof(Unfold)] = Composed<Unfold>(static (steps, call, layer) => Definitions.Unfold(
            steps, call.Input, Pair(layer.kernel_size), Pair(layer.dilation), Pair(layer.padding), Pair(layer.stride)));
        table[typeof(Fold)] = Composed<Fold>(static (steps, call, layer) => Definitions.Fold(
            steps,
            call.Input,
            Pair(layer.output_size),
            Pair(layer.kernel_size),
            Pair(layer.dilation),
            Pair(layer.padding),
            Pair(layer.stride)));
        table[typeof(PixelUnshuffle)] = Composed<PixelUnshuffle>(static (steps, call, layer)
            => Definitions.PixelUnshuffle(steps, call.Input, layer.downscale_factor));
        table[typeof(ChannelShuffle)] = Composed<ChannelShuffle>(static (steps, call, layer)
            => Definitions.ChannelShuffle(steps, call.Input, layer.groups));
        table[typeof(AdaptiveMaxPool1d)] = Composed<AdaptiveMaxPool1d>(static (steps, call, layer)
            => Definitions.AdaptivePool(steps, Batched(call, 1), [layer.output_size], isMax: true));
        table[typeof(AdaptiveMaxPool2d)] = Composed<AdaptiveMaxPool2d>(static (steps, call, layer)
            => Definitions.AdaptivePool(steps, Batched(call, 2), FunctionTable.Spread(layer.output_size, 2)!, isMax: true));
        table[typeof(AdaptiveAvgPool3d)] = Composed<AdaptiveAvgPool3d>(static (steps, call, layer)
            => Definitions.AdaptivePool(steps, Batched(call, 3), FunctionTable.Spread(layer.output_size, 3)!, isMax: false));
        table[typeof(EmbeddingBag)] = static (recorder, call) =>
        {
            if (call.Input.ndim != 2 || call.Arguments is [_, not null, ..])
            {
                throw new UnfollowedException("with offsets");
            }

            var shares = call.Arguments is [_, _, Tensor given, ..] ? given : null;
            if (call.Input.shape[1] == 1)
            {
                // Of one entry, all three are the same.
                OneOf(Result(call), Bag(0));
                return;
            }

            OneOf(Result(call), Bag(0), Bag(1), Bag(2));

            (Composition, Tensor) Bag(int mode)
            {
                var steps = new Composition(recorder, call.Name);
                return (steps, Definitions.EmbeddingBag(steps, call.Input, Weight(call, "weight"), shares, mode));
            }
        };
    }

    private static Action<Recorder, ModuleCall> Composed<TLayer>(Func<Composition, ModuleCall, TLayer, Tensor> compose)
        where TLayer : nn.Module
        => (recorder, call) =>
        {
            var steps = new Composition(recorder, call.Name);
            var made = compose(steps, call, (TLayer)call.Module);
            steps.Finish((made, Result(call)));
        };

    private static Tensor Batched(ModuleCall call, int space)
        => call.Input.ndim == space + 2 ? call.Input : throw new UnfollowedException("without a batch");

    private static Tensor Second(ModuleCall call)
        => call.Arguments is [_, Tensor other, ..] ? other : throw new UnfollowedException("without a second tensor");

    private static long[] Pair((long, long) sizes) => [sizes.Item1, sizes.Item2];
}
