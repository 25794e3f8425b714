namespace DtcGen.Generators.Reading.Graph;

/// <summary>A layer with weights.</summary>
internal enum LayerKind
{
    Linear,
    PRelu,
}
