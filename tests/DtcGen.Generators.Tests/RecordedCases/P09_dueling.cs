// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> trunk = new();
    private readonly Linear value;
    private readonly ModuleList<Linear> advantages = new();

    public Net() : this(2, [3, 3])
    {
    }

    private Net(int depth, int[] actions) : base(nameof(Net))
    {
        var width = 8;
        for (var i = 0; i < depth; i++)
        {
            trunk.Add(Linear(width, 14));
            width = 14;
        }

        value = Linear(width, 1);
        foreach (var count in actions)
        {
            advantages.Add(Linear(width, count));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        if (x.dim() == 1)
        {
            x = x.unsqueeze(0);
        }

        foreach (var layer in trunk)
        {
            x = functional.tanh(layer.call(x));
        }

        var v = value.call(x).unsqueeze(1);
        var heads = advantages.Select(head => head.call(x)).ToList();
        var a = torch.stack(heads, 1);
        return v + a - a.mean([2], keepdim: true);
    }
}
