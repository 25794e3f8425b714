// input: float 8,9,9
// expect: declined s = Sequential(Conv2d(i, o, 1, stride: stride), BatchNorm2d(o))
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? s; private readonly Conv2d c = Conv2d(
        8, 8, 3, padding: 1); private readonly Conv2d d = Conv2d(8, 8, 3, padding: 1);
    
    public Net() : this(8, 8, 1) { }
    private Net(int i, int o, int stride) : base("net")
    {
        if (i != o || stride != 1) s = Sequential(Conv2d(i, o, 1, stride: stride), BatchNorm2d(o));
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var id = x; if (s is not null) id = s.call(id); return functional.relu(id + d.call(functional.relu(c.call(x))));
    }
}
