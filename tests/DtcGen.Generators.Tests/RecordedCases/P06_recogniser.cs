// input: float 6,9
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly int? middle;
    private readonly Linear fc1;
    private readonly Linear? fc2;

    public Net() : this(12)
    {
    }

    private Net(int? middle) : base(nameof(Net))
    {
        this.middle = middle;
        fc1 = Linear(9, middle ?? 5);
        if (middle is { } width)
        {
            fc2 = Linear(width, 5);
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var logits = fc1.call(x);
        if (middle is not null)
        {
            logits = fc2!.call(logits);
        }

        if (training)
        {
            return logits;
        }

        return functional.softmax(logits, 2);
    }
}
