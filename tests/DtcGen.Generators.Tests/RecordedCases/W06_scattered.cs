// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 5);
    private readonly Linear b = Linear(5, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var places = torch.tensor(new long[] { 4, 1, 1, 0 });
        var some = torch.tensor(new long[] { 3, 0 });
        var sum = torch.zeros_like(t).index_add(1, places, t[.., ..4], 1);
        var put = t.index_copy(2, some, t[.., .., 1..3] * 2);
        var filled = t.clone();
        filled[.., TensorIndex.Tensor(some)] = t[.., 4..6];
        filled[.., .., TensorIndex.Tensor(some)] = torch.tensor(0.5f);
        filled.index_fill_(1, torch.tensor(new long[] { 5 }), -1);
        var top = t.topk(2, -1);
        var spread = torch.zeros_like(t).scatter(2, top.indexes, top.values.sigmoid());
        var twice = t.scatter_add(2, top.indexes, top.values);
        return b.call(sum + put + filled + spread + twice);
    }
}
