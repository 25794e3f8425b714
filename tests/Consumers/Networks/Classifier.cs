using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Networks;

public abstract class Classifier : Module<Tensor, Tensor>
{
    protected Classifier(string name)
        : base(name)
    {
    }

    public double Accuracy(Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return call(inputs).argmax(1).eq(targets).to_type(ScalarType.Float32).mean().item<float>();
    }
}
