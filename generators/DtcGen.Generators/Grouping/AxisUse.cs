namespace DtcGen.Generators.Grouping;

/// <summary>A layer that makes, takes or scales the neurons of a dimension.</summary>
internal sealed record AxisUse(int Layer, Role Role, Axis Axis);
