// input: float 4,6,10
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(4, 8, 3, padding: 1);
    private readonly Conv2d b = Conv2d(8, 4, 1);
    private readonly Parameter w = Parameter(torch.randn(8, 4, 3, 3));
    private readonly Parameter wide = Parameter(torch.randn(8, 3, 2, 2));
    private readonly Parameter line = Parameter(torch.randn(10, 3, 2));
    private readonly Parameter scale = Parameter(torch.rand(8) + 0.5);
    private readonly Parameter shift = Parameter(torch.randn(8));
    private readonly Tensor mean = torch.randn(8);
    private readonly Tensor variance = torch.rand(8) + 0.5;

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var u = functional.batch_norm(t, mean, variance, scale, shift) + functional.group_norm(t, 4, scale, shift, 1e-3);
        u = u + functional.instance_norm(t, weight: scale, bias: shift) + functional.local_response_norm(t, 3);
        u = u + functional.conv2d(t, w, shift, padding: new long[] { 1, 1 }, groups: 2);
        var up = functional.conv_transpose2d(t, wide, null, new long[] { 2, 2 }, new long[] { 1, 0 }, new long[] { 1, 0 });
        var row = functional.conv_transpose1d(t.select(1, 0).transpose(1, 2), line, null, 2);
        return b.call(u) + up.mean([1, 2, 3], true) + row.mean([1, 2]).view(-1, 1, 1, 1);
    }
}
