using System.Runtime.InteropServices;
using Google.Protobuf;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>Reads the weights out of an ONNX file by the field numbers of its format, knowing nothing of how it was made.</summary>
internal static class ExportedWeights
{
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int DataType = 2;
    private const int RawData = 9;
    private const int Float32 = 1;

    /// <summary>Each float32 tensor of the file.</summary>
    public static IReadOnlyList<float[]> Read(string path)
    {
        var graph = Assert.Single(Fields(File.ReadAllBytes(path), Graph)).ToByteArray();
        return [.. Fields(graph, Initializer).Select(tensor => tensor.ToByteArray()).Where(IsFloat32).Select(Values)];
    }

    private static float[] Values(byte[] tensor)
        => MemoryMarshal.Cast<byte, float>(Assert.Single(Fields(tensor, RawData)).Span).ToArray();

    private static bool IsFloat32(byte[] tensor)
    {
        var input = new CodedInputStream(tensor);
        while (input.ReadTag() is var tag && tag != 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == DataType)
            {
                return input.ReadInt32() == Float32;
            }

            input.SkipLastField();
        }

        return false;
    }

    private static List<ByteString> Fields(byte[] message, int number)
    {
        var found = new List<ByteString>();
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag && tag != 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == number)
            {
                found.Add(input.ReadBytes());
            }
            else
            {
                input.SkipLastField();
            }
        }

        return found;
    }
}
