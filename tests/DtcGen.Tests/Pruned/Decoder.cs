using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>A transposed convolution takes the neurons.</summary>
[DualTomographic(Record = true)]
public sealed partial class Decoder : Module<Tensor, Tensor>
{
    private readonly Conv1d enter = Conv1d(1, 4, 3);
    private readonly ConvTranspose1d leave = ConvTranspose1d(4, 2, 3);

    public Decoder()
        : base(nameof(Decoder)) => RegisterComponents();

    public override Tensor forward(Tensor x) => leave.call(functional.relu(enter.call(x)));
}
