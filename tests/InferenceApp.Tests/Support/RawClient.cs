using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A connection on which a test decides when which bytes of a request go out.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly NetworkStream _stream;
    private readonly List<byte> _received = [];

    private RawClient(Socket connected) => _stream = new NetworkStream(connected, ownsSocket: true);

    public static async Task<RawClient> ConnectAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new RawClient(socket);
    }

    /// <summary>The headers of a request for a prediction from float32 values.</summary>
    public static byte[] Headers(int bodyLength) => Encoding.ASCII.GetBytes(
        $"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {bodyLength}\r\n\r\n");

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes);

    /// <summary>The next answer, headers and all; null when the server closed the connection without one.</summary>
    public async Task<string?> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. _received]);
            if (EndOf(text) is { } end)
            {
                _received.RemoveRange(0, Encoding.UTF8.GetByteCount(text[..end]));
                return text[..end];
            }

            try
            {
                if (await _stream.ReadAsync(buffer, limit.Token) is var count && count == 0)
                {
                    return null;
                }

                _received.AddRange(buffer[..count]);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private static int? EndOf(string text)
    {
        const string blank = "\r\n\r\n", length = "\r\nContent-Length: ";
        var body = text.IndexOf(blank, StringComparison.Ordinal) + blank.Length;
        if (body < blank.Length)
        {
            return null;
        }

        var at = text.IndexOf(length, StringComparison.OrdinalIgnoreCase);
        var lastChunk = text.IndexOf("\r\n0" + blank, body - 2, StringComparison.Ordinal);
        var end = at >= 0 && at < body
            ? body + int.Parse(text[(at + length.Length)..text.IndexOf('\r', at + 2)], CultureInfo.InvariantCulture)
            : lastChunk < 0 ? int.MaxValue : lastChunk + 3 + blank.Length;
        return end <= text.Length ? end : null;
    }
}
