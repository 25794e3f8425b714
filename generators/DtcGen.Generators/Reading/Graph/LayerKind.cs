namespace DtcGen.Generators.Reading.Graph;

/// <summary>A layer with weights. The names are those of TorchSharp's classes.</summary>
internal enum LayerKind
{
    Linear,
    Conv1d,
    Conv2d,
    BatchNorm1d,
    BatchNorm2d,
    LayerNorm,
    GroupNorm,
    Embedding,
    PReLU,
    Conv3d,
    ConvTranspose1d,
    ConvTranspose2d,
    ConvTranspose3d,
    BatchNorm3d,
    InstanceNorm,
}
