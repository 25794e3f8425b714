using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading.Values;

/// <summary>A tensor in flight.</summary>
/// <param name="Id">Its number in the graph.</param>
internal sealed record TensorValue(int Id) : ReadValue
{
    public Operand ToOperand() => new(Id, null);
}
