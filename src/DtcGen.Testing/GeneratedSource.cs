namespace DtcGen.Testing;

/// <summary>One file that the generator wrote.</summary>
/// <param name="Name">Its name, as the compiler knows it: <c>Mlp.DualTomographic.g.cs</c>.</param>
/// <param name="Text">What it says.</param>
public sealed record GeneratedSource(string Name, string Text);
