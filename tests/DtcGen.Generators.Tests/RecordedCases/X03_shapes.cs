// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var u = t.flip(1) + t.flip([1, 2]) + t.fliplr() + t.roll(2, 1) + t.roll(new long[] { -1, 3 }, new long[] { 1, 2 });
        var r = t.repeat_interleave(2, 1)[.., ..6] + t.repeat(1, 2, 1)[.., 3..9] + torch.tile(t, new long[] { 1, 1, 2 })[.., .., 4..20];
        var w = t.unfold(1, 3, 2).sum(-1);
        var d = torch.diagonal(t[.., .., ..6], 0, 1, 2).unsqueeze(-1) + torch.diagonal(t, 1, 1, 2).unsqueeze(-1);
        var parts = torch.hsplit(t, 3);
        var joined = torch.hstack(new[] { parts[0], parts[2], parts[1] }) + torch.hstack(new[] { t.narrow(1, 0, 3), t.narrow(1, 2, 3) });
        var token = x.new_zeros(1, 1, 16) + a.bias!;
        u = u + r + d + joined + token.repeat(x.shape[0], 6, 1) + w.mean([1], true);
        var grid = torch.tensor(new long[,] { { 0, 5 }, { 2, 1 }, { 4, 4 } });
        u = u + t[.., TensorIndex.Tensor(grid)].flatten(1, 2) + torch.take_along_dim(t, torch.argsort(t, 1), 1);
        return b.call(u);
    }
}
