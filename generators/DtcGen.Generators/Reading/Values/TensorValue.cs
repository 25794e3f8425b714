using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading.Values;

/// <summary>A tensor in flight.</summary>
/// <param name="Id">Its number among the tensors that were in flight.</param>
internal sealed record TensorValue(int Id) : ReadValue
{
    public Operand ToOperand() => new(Id, null);
}
