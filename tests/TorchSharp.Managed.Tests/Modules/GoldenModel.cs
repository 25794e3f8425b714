using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>The model of the committed state file: every type of element, a nested name, a length above 127.</summary>
internal sealed class GoldenModel : Module<Tensor, Tensor>
{
    private readonly Sequential body = Sequential(("fc1", Linear(3, 4)), ("act", ReLU()), ("fc2", Linear(4, 2, hasBias: false)));
    private readonly Linear wide = Linear(200, 1, dtype: float64);
    private readonly Tensor counts = zeros(3, dtype: int64);
    private readonly Tensor scalar = tensor(0.0, float64);
    private readonly Tensor flags = zeros(2, 2, dtype: ScalarType.Bool);
    private readonly Tensor bytes = zeros(3, dtype: uint8);
    private readonly Tensor ints = zeros(2, dtype: int32);

    public GoldenModel()
        : base("Golden") => RegisterComponents();

    /// <summary>Gives the values that are in the file: a ramp of quarters in each parameter, starting at −1, −2, ….</summary>
    public void Fill()
    {
        using IDisposable mode = no_grad();
        int start = 0;
        foreach (Parameter parameter in parameters())
        {
            start--;
            parameter.copy_((arange(parameter.numel(), dtype: float64).reshape(parameter.shape) * 0.25) + start);
        }

        counts.copy_(tensor(new long[] { -1, 0, 5000000000 }));
        scalar.fill_(1.5);
        flags.copy_(tensor(new[] { true, false, false, true }).reshape(2, 2));
        bytes.copy_(tensor(new byte[] { 0, 127, 255 }));
        ints.copy_(tensor(new[] { -7, 1 << 30 }));
    }

    public override Tensor forward(Tensor input) => body.call(input);
}
