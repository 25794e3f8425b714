using Task = DtcGen.Tests.Training.Task;

namespace DtcGen.Tests.Saving;

[Collection(GlobalGenerator.Collection)]
public class StateFileTests
{
    [Theory]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0x0f }, "a name in it has -1 bytes")]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0x7f }, "a name in it has 268435455 bytes, and 0 are left")]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, "breaks off")]
    public void ANameWithoutAnEndIsAMessage(byte[] file, string expected)
    {
        using var model = Task.Model();
        using var stream = new MemoryStream(file);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => model.LoadPruned(stream)).Message);
    }
}
