using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace OnnxRuntime.Native.Tests;

public sealed class InferenceSessionTests
{
    [Fact]
    public void A_session_describes_its_model()
    {
        using var session = new InferenceSession(TestModel.Bytes);

        Assert.Equal(["x"], session.InputNames);
        Assert.Equal(["sum", "twice"], session.OutputNames);
        NodeMetadata input = session.InputMetadata["x"];
        Assert.True(input.IsTensor);
        Assert.Equal(OnnxValueType.ONNX_TYPE_TENSOR, input.OnnxValueType);
        Assert.Equal([-1, 3], input.Dimensions);
        Assert.Equal(["batch", ""], input.SymbolicDimensions);
        Assert.Equal(typeof(float), input.ElementType);
        Assert.Equal(TensorElementType.Float, input.ElementDataType);
        Assert.Equal(["sum", "twice"], session.OutputMetadata.Keys.Order());
    }

    [Fact]
    public void A_session_tells_the_metadata()
    {
        using var session = new InferenceSession(TestModel.Bytes);

        ModelMetadata metadata = session.ModelMetadata;
        Assert.Equal("by hand", metadata.ProducerName);
        Assert.Equal("steps", metadata.GraphName);
        Assert.Equal("test.domain", metadata.Domain);
        Assert.Equal("adds a step", metadata.Description);
        Assert.Equal(7, metadata.Version);
        Assert.Equal(new Dictionary<string, string> { ["seed"] = "42", ["größe"] = "zwölf" }, metadata.CustomMetadataMap);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public void A_run_computes_the_outputs_asked_for_in_that_order(int batch)
    {
        float[] x = [.. Enumerable.Range(0, batch * 3).Select(static i => i * 0.5f)];
        using var session = new InferenceSession(TestModel.Bytes);
        using var options = new RunOptions();
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(x, [batch, 3]);

        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, new Dictionary<string, OrtValue> { ["x"] = input }, ["twice", "sum"]);

        Assert.Equal(2, outputs.Count);
        OrtTensorTypeAndShapeInfo info = outputs[0].GetTensorTypeAndShape();
        Assert.Equal([batch, 3], info.Shape);
        Assert.Equal(2, info.DimensionsCount);
        Assert.Equal(batch * 3, info.ElementCount);
        Assert.Equal(TensorElementType.Float, info.ElementDataType);
        Assert.Equal([.. x.Select(static (v, i) => 2 * (v + 1 + (i % 3)))], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([.. x.Select(static (v, i) => v + 1 + (i % 3))], outputs[1].GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void A_session_loads_a_file_whose_path_is_not_ascii()
    {
        string folder = Directory.CreateTempSubdirectory("größe-模型-").FullName;
        try
        {
            string path = Path.Combine(folder, "é.onnx");
            File.WriteAllBytes(path, TestModel.Bytes);
            using var options = new SessionOptions { IntraOpNumThreads = 1 };
            using var session = new InferenceSession(path, options);
            Assert.Equal(["x"], session.InputNames);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_is_an_error_with_its_code_and_name()
    {
        var error = Assert.Throws<OnnxRuntimeException>(static () => new InferenceSession("no-such-model.onnx"));
        Assert.StartsWith("[ErrorCode:NoSuchFile]", error.Message, StringComparison.Ordinal);
        Assert.Contains("no-such-model.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_an_error()
    {
        var error = Assert.Throws<OnnxRuntimeException>(static () => new InferenceSession([1, 2, 3, 4]));
        Assert.StartsWith("[ErrorCode:InvalidProtobuf]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_shape_or_a_missing_input_is_an_error_and_the_session_lives_on()
    {
        using var session = new InferenceSession(TestModel.Bytes);
        using var options = new RunOptions();
        using OrtValue wrong = OrtValue.CreateTensorValueFromMemory(new float[4], [1, 4]);
        using OrtValue right = OrtValue.CreateTensorValueFromMemory(new float[3], [1, 3]);

        var shape = Assert.Throws<OnnxRuntimeException>(() => session.Run(options, new Dictionary<string, OrtValue> { ["x"] = wrong }, ["sum"]));
        Assert.StartsWith("[ErrorCode:InvalidArgument]", shape.Message, StringComparison.Ordinal);
        Assert.Throws<OnnxRuntimeException>(() => session.Run(options, new Dictionary<string, OrtValue>(), ["sum"]));
        Assert.Throws<OnnxRuntimeException>(() => session.Run(options, new Dictionary<string, OrtValue> { ["y"] = right }, ["sum"]));
        Assert.Throws<OnnxRuntimeException>(() => session.Run(options, new Dictionary<string, OrtValue> { ["x"] = right }, ["nothing"]));
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, new Dictionary<string, OrtValue> { ["x"] = right }, ["sum"]);
        Assert.Equal([1f, 2f, 3f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void Terminate_stops_runs_until_it_is_taken_back()
    {
        using var session = new InferenceSession(TestModel.Bytes);
        using var options = new RunOptions { Terminate = true };
        using OrtValue x = OrtValue.CreateTensorValueFromMemory(new float[3], [1, 3]);
        var inputs = new Dictionary<string, OrtValue> { ["x"] = x };

        Assert.Throws<OnnxRuntimeException>(() => session.Run(options, inputs, ["sum"]));
        options.Terminate = false;
        session.Run(options, inputs, ["sum"]).Dispose();
    }

    [Fact]
    public void Settings_are_kept_and_profiling_writes_a_file()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string optimized = Path.Combine(folder, "optimized.onnx");
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 2,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
                ExecutionMode = ExecutionMode.ORT_PARALLEL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
                ProfileOutputPathPrefix = Path.Combine(folder, "profile"),
                OptimizedModelFilePath = optimized,
                EnableProfiling = true,
            };
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            Assert.Equal((1, 2, GraphOptimizationLevel.ORT_ENABLE_BASIC, ExecutionMode.ORT_PARALLEL), (options.IntraOpNumThreads, options.InterOpNumThreads, options.GraphOptimizationLevel, options.ExecutionMode));

            using var session = new InferenceSession(TestModel.Bytes, options);
            string profile = session.EndProfiling();
            Assert.StartsWith(Path.Combine(folder, "profile"), profile, StringComparison.Ordinal);
            Assert.True(File.Exists(profile));
            Assert.True(File.Exists(optimized));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_is_disposed_says_so()
    {
        var session = new InferenceSession(TestModel.Bytes);
        session.Dispose();
        session.Dispose();
        using var options = new RunOptions();
        using OrtValue x = OrtValue.CreateTensorValueFromMemory(new float[3], [1, 3]);
        Assert.Throws<ObjectDisposedException>(() => session.Run(options, new Dictionary<string, OrtValue> { ["x"] = x }, ["sum"]));
    }

    [Fact]
    public void Several_threads_may_run_one_session()
    {
        using var session = new InferenceSession(TestModel.Bytes);
        Parallel.For(0, 64, i =>
        {
            using var options = new RunOptions();
            using OrtValue x = OrtValue.CreateTensorValueFromMemory([i, i, (float)i], [1, 3]);
            using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, new Dictionary<string, OrtValue> { ["x"] = x }, ["sum"]);
            Assert.Equal([i + 1f, i + 2f, i + 3f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        });
    }
}
