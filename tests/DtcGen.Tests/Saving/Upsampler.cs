using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Saving;

/// <summary>A transposed convolution, whose weight has the inputs first, makes the neurons; statistics are buffers.</summary>
[DualTomographic(Record = true)]
public sealed partial class Upsampler : Module<Tensor, Tensor>
{
    private readonly ConvTranspose1d enter = ConvTranspose1d(2, 6, 3);
    private readonly BatchNorm1d norm = BatchNorm1d(6);
    private readonly Conv1d leave = Conv1d(6, 1, 3);

    public Upsampler()
        : base(nameof(Upsampler)) => RegisterComponents();

    public override Tensor forward(Tensor x) => leave.call(functional.relu(norm.call(enter.call(x))));
}
