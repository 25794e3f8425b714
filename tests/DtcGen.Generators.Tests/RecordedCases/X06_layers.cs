// input: float 4,6,10
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(4, 8, 3, padding: 1);
    private readonly Conv2d b = Conv2d(8, 4, 1);
    private readonly Linear c = Linear(10, 10);
    private readonly Softmax2d soft = Softmax2d();
    private readonly Softmin min = Softmin(1);
    private readonly Hardshrink hard = Hardshrink(0.2);
    private readonly Softshrink shrink = Softshrink(0.3);
    private readonly Tanhshrink tanh = Tanhshrink();
    private readonly Threshold threshold = Threshold(0.1, -0.5);
    private readonly RReLU leaky = RReLU(0.1, 0.4);
    private readonly LocalResponseNorm local = LocalResponseNorm(3, 0.5, 0.6, 1.5);
    private readonly LocalResponseNorm even = LocalResponseNorm(4);
    private readonly ChannelShuffle shuffle = ChannelShuffle(4);
    private readonly PixelUnshuffle smaller = PixelUnshuffle(2);
    private readonly PixelShuffle larger = PixelShuffle(2);
    private readonly Unfold unfold = Unfold((2, 3), padding: (1, 0), stride: (2, 1));
    private readonly Fold fold = Fold((6, 10), (2, 3), padding: (1, 0), stride: (2, 1));
    private readonly AdaptiveMaxPool2d max = AdaptiveMaxPool2d(new long[] { 4, 1 });
    private readonly GLU glu = GLU(1);
    private readonly LPPool2d power = LPPool2d(2, 2);
    private readonly Bilinear mixed = Bilinear(10, 10, 10);
    private readonly CosineSimilarity cosine = CosineSimilarity(1, 1e-6);
    private readonly PairwiseDistance distance = PairwiseDistance(2, 1e-5);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var u = soft.call(t) + min.call(t) + hard.call(t) + shrink.call(t) + tanh.call(t) + threshold.call(t) + leaky.call(t);
        u = u + local.call(t) + even.call(t) + shuffle.call(t) + larger.call(smaller.call(t)) + fold.call(unfold.call(t));
        u = u + max.call(t).mean([2], true) + torch.cat([glu.call(t), glu.call(-t)], 1) + power.call(t.relu() + 0.1).mean([2, 3], true);
        u = u + mixed.call(t, u * 0.1) + cosine.call(t, u).unsqueeze(1) + distance.call(t, u * 0.5).unsqueeze(-1);
        return b.call(u);
    }
}
