// input: float 10,1,1
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Sequential layers = Sequential();

    public Net() : this(10, [12, 8, 6])
    {
    }

    private Net(int noise, int[] widths) : base(nameof(Net))
    {
        var width = noise;
        for (var i = 0; i < widths.Length; i++)
        {
            layers.append($"up{i}", ConvTranspose2d(width, widths[i], 4, stride: i == 0 ? 1 : 2, padding: i == 0 ? 0 : 1, bias: false));
            layers.append($"norm{i}", BatchNorm2d(widths[i]));
            layers.append($"relu{i}", ReLU(true));
            width = widths[i];
        }

        layers.append("last", ConvTranspose2d(width, 1, 4, stride: 2, padding: 1));
        layers.append("tanh", Tanh());
        RegisterComponents();
    }

    public override Tensor forward(Tensor noise) => layers.call(noise);
}
